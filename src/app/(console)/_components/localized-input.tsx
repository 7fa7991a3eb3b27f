'use client'

import { Textarea, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/components/format/language-name'
import type { Localized } from '@/domain/localized'
import classes from './localized-input.module.css'

type LocalizedInputProps = {
  label: string
  value: Localized
  onChange: (value: Localized) => void
  /** the languages that are asked for; those that the text has beside them are shown too */
  locales: readonly string[]
  error?: string | undefined
  maxLength?: number
  isLong?: boolean
  autoFocus?: boolean
}

const textsOf = (value: Localized, first: string): Readonly<Record<string, string>> =>
  typeof value === 'string' ? { [first]: value } : value

/** A text in each of several languages, one field a language. Languages left empty are left out. */
export const LocalizedInput = (props: LocalizedInputProps) => {
  const { label, value, onChange, locales, error, maxLength = 200, isLong = false, autoFocus = false } = props
  const t = useTranslations('fields')
  const reader = useLocale()
  const first = locales.includes(reader) ? reader : (locales[0] ?? reader)
  const texts = textsOf(value, first)
  const shown = [...new Set([first, ...locales, ...Object.keys(texts)])]
  const change = (locale: string, text: string): void => {
    const next = Object.fromEntries(Object.entries({ ...texts, [locale]: text }).filter(([, one]) => one !== ''))
    onChange(Object.keys(next).length > 0 ? next : '')
  }
  const Field = isLong ? Textarea : TextInput
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{label}</legend>
      {shown.map((locale, index) => (
        <Field
          key={locale}
          lang={locale}
          dir="auto"
          aria-label={t('inLanguage', { label, language: languageName(locale, reader) })}
          leftSection={<abbr title={languageName(locale, reader)}>{locale}</abbr>}
          leftSectionWidth={62}
          classNames={{ section: classes.locale ?? '' }}
          value={texts[locale] ?? ''}
          onChange={(event) => change(locale, event.currentTarget.value)}
          maxLength={maxLength}
          {...(index === 0 && error ? { error } : {})}
          {...(index === 0 && autoFocus ? { 'data-autofocus': true, autoFocus } : {})}
        />
      ))}
    </fieldset>
  )
}
