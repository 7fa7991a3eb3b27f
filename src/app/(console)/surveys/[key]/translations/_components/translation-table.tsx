'use client'

import { NativeSelect } from '@mantine/core'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { languageName } from '@/components/format/language-name'
import { localize } from '@/domain/localized'
import { textIn } from '@/domain/survey/edit/write-text'
import { publishedTexts, stateOf, type TranslationState } from '@/domain/survey/translation/state'
import { textsOf, writeText } from '@/domain/survey/translation/texts'
import { SaveState } from '../../edit/_bar/save-state'
import { UndoRedo } from '../../edit/_bar/undo-redo'
import { useDraft, useEditor } from '../../edit/_store/use-editor'
import { Files } from './files'
import { TextRow } from './text-row'
import classes from './translations.module.css'

const states: readonly TranslationState[] = ['missing', 'outdated', 'same', 'done']

/** One text a row, one language a column; what is to do is marked and can be picked out. */
export const TranslationTable = () => {
  const t = useTranslations('translations')
  const reader = useLocale()
  const editor = useEditor()
  const draft = useDraft()
  const [wanted, setWanted] = useState<TranslationState | ''>('')
  const [chosen, setChosen] = useState('')
  const published = useMemo(() => publishedTexts(editor.latest()?.definition), [editor])
  const { locales } = draft
  const [source = 'en', ...others] = locales
  const targets = chosen && others.includes(chosen) ? [chosen] : others
  const texts = textsOf(draft)
  const stateIn = (text: (typeof texts)[number], locale: string) => stateOf(text, locale, locales, published)
  const counts = Object.fromEntries(
    states.map((state) => [
      state,
      texts.reduce((sum, text) => sum + targets.filter((one) => stateIn(text, one) === state).length, 0),
    ]),
  )
  const shown = wanted ? texts.filter((text) => targets.some((locale) => stateIn(text, locale) === wanted)) : texts
  const name = (locale: string) => languageName(locale, reader)
  return (
    <div>
      <header className={classes.head}>
        <Link prefetch={false} href={`/surveys/${editor.setup.surveyKey}/edit`} className={classes.back}>
          <ChevronLeft size={15} strokeWidth={1.5} aria-hidden /> {t('back')}
        </Link>
        <h1>{t('of', { survey: localize(draft.title, reader) })}</h1>
        <SaveState />
        <div className={classes.tools}>
          <UndoRedo />
        </div>
      </header>
      {others.length === 0 ? (
        <p className={classes.lead}>{t('oneLanguage')}</p>
      ) : (
        <>
          <p className={classes.lead}>{t('lead')}</p>
          <div className={classes.filters}>
            <NativeSelect
              size="sm"
              label={t('state')}
              value={wanted}
              onChange={(event) => setWanted(event.currentTarget.value as TranslationState | '')}
              data={[
                { value: '', label: t('all', { count: texts.length * targets.length }) },
                ...states.map((state) => ({
                  value: state,
                  label: t('counted', { state: t(`is.${state}`), count: counts[state] ?? 0 }),
                })),
              ]}
            />
            {others.length > 1 && (
              <NativeSelect
                size="sm"
                label={t('language')}
                value={chosen}
                onChange={(event) => setChosen(event.currentTarget.value)}
                data={[{ value: '', label: t('everyLanguage') }, ...others.map((value) => ({ value, label: name(value) }))]}
              />
            )}
            <Files target={targets[0] ?? source} />
          </div>
          <section className={classes.frame} aria-label={t('title')} tabIndex={-1}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t('text')}</th>
                  {[source, ...targets].map((locale) => (
                    <th key={locale} scope="col">
                      {name(locale)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {shown.map((text) => (
                  <TextRow
                    key={text.id}
                    id={text.id}
                    kind={text.kind}
                    cells={[source, ...targets].map((locale) => ({
                      locale,
                      words: textIn(text.value, locale, locales),
                      state: stateIn(text, locale),
                    }))}
                    onWrite={(locale, words) => {
                      const { draft: now } = editor.get().session
                      const current = textsOf(now).find((one) => one.id === text.id)
                      if (current) editor.perform([writeText(now, current, locale, words)])
                    }}
                  />
                ))}
              </tbody>
            </table>
            {shown.length === 0 && <p className={classes.lead}>{t('none')}</p>}
          </section>
        </>
      )}
    </div>
  )
}
