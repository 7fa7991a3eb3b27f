'use client'

import { ActionIcon, NativeSelect } from '@mantine/core'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { languageName } from '@/components/format/language-name'
import { wordLocales } from '@/widget/words/all'
import { useEditor, useEditorState } from '../_store/use-editor'
import classes from './panel.module.css'

/** The survey's languages, of those that the runtime has words in. Texts in one that is taken away stay, and are there again with it. */
export const LocalesField = () => {
  const t = useTranslations('editor.whole')
  const reader = useLocale()
  const editor = useEditor()
  const locales = useEditorState(({ session }) => session.draft.locales)
  const change = (next: readonly string[]): void => void editor.set([], 'locales', next)
  const left = wordLocales.filter((locale) => !locales.includes(locale))
  return (
    <section className={classes.section} data-name="locales">
      <h3 className={classes.label}>{t('languages')}</h3>
      <ul className={classes.languages}>
        {locales.map((locale, index) => (
          <li key={locale}>
            <span>
              {languageName(locale, reader)} {index === 0 && <small>{t('first')}</small>}
            </span>
            {locales.length > 1 && index > 0 && (
              <ActionIcon
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={t('removeLanguage', { language: languageName(locale, reader) })}
                onClick={() => change(locales.filter((one) => one !== locale))}
              >
                <X size={14} strokeWidth={1.5} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {left.length > 0 && (
        <NativeSelect
          size="sm"
          aria-label={t('addLanguage')}
          value=""
          onChange={(event) => {
            const locale = event.currentTarget.value
            if (!locale) return
            change([...locales, locale])
            editor.speak(locale)
          }}
          data={[{ value: '', label: t('addLanguage') }, ...left.map((value) => ({ value, label: languageName(value, reader) }))]}
        />
      )}
      {locales.length > 1 && (
        <Link prefetch={false} href={`/surveys/${editor.setup.surveyKey}/translations`}>
          {t('translations')}
        </Link>
      )}
    </section>
  )
}
