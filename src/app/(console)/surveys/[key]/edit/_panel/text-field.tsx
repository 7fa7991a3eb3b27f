'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useId } from 'react'
import { languageName } from '@/components/format/language-name'
import type { Localized } from '@/domain/localized'
import { textIn, withText } from '@/domain/survey/edit/write-text'
import { useEditorState } from '../_store/use-editor'
import { GrowingTextarea } from './growing-textarea'

type TextFieldProps = {
  label: string
  value: Localized | undefined
  /** undefined where nothing is left of it */
  onChange: (value: Localized | undefined) => void
  onBlur?: () => void
  hint?: string | undefined
  error?: string | undefined
  /** the member that problems and jumps name */
  name?: string
  size?: 'xs' | 'sm' | 'md'
  isLabelled?: boolean
  maxLength?: number
}

/** A text in the language that is being edited; what stands in the first language is shown while this one is empty. */
export const TextField = memo(
  ({ label, value, onChange, onBlur, hint, error, name, size = 'sm', isLabelled = true, maxLength = 5000 }: TextFieldProps) => {
    const t = useTranslations('editor.panel')
    const id = useId()
    const reader = useLocale()
    const locale = useEditorState((state) => state.locale)
    const locales = useEditorState(({ session }) => session.draft.locales)
    const source = locales[0] ?? locale
    const called = locales.length > 1 ? t('inLanguage', { label, language: languageName(locale, reader) }) : label
    return (
      <GrowingTextarea
        id={id}
        lang={locale}
        dir="auto"
        size={size}
        {...(isLabelled ? { label: called } : { 'aria-label': called })}
        {...(hint ? { description: hint } : {})}
        {...(error ? { error } : {})}
        {...(name ? { 'data-name': name } : {})}
        maxLength={maxLength}
        placeholder={locale === source ? '' : textIn(value, source, locales)}
        value={textIn(value, locale, locales)}
        onChange={(event) => onChange(withText(value, locale, event.currentTarget.value, locales))}
        {...(onBlur ? { onBlur } : {})}
      />
    )
  },
)
