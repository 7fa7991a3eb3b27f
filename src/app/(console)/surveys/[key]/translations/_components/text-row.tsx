'use client'

import { useLocale, useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import { languageName } from '@/components/format/language-name'
import type { TranslationState } from '@/domain/survey/translation/state'
import type { TextKind } from '@/domain/survey/translation/texts'
import classes from './translations.module.css'

export type Cell = { locale: string; words: string; state: TranslationState }
type TextRowProps = { id: string; kind: TextKind; cells: readonly Cell[]; onWrite: (locale: string, words: string) => void }

const isSameRow = (a: TextRowProps, b: TextRowProps): boolean =>
  a.id === b.id && JSON.stringify(a.cells) === JSON.stringify(b.cells)

/** A text in its languages. A cell is read until it is pressed; leaving it takes over what was written. */
export const TextRow = memo(({ id, kind, cells, onWrite }: TextRowProps) => {
  const t = useTranslations('translations')
  const reader = useLocale()
  const [editing, setEditing] = useState<{ locale: string; words: string } | undefined>(undefined)
  const leave = (isTaken: boolean): void => {
    if (editing && isTaken && cells.find(({ locale }) => locale === editing.locale)?.words !== editing.words)
      onWrite(editing.locale, editing.words)
    setEditing(undefined)
  }
  return (
    <tr className={classes.row}>
      <th scope="row">
        {t(`kind.${kind}`)}
        <small>{id}</small>
      </th>
      {cells.map(({ locale, words, state }, index) => (
        <td key={locale} data-state={index === 0 ? undefined : state}>
          {editing?.locale === locale ? (
            <textarea
              // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
              autoFocus
              lang={locale}
              dir="auto"
              rows={Math.min(8, Math.max(2, Math.ceil(editing.words.length / 40)))}
              maxLength={5000}
              aria-label={t('cell', { id, language: languageName(locale, reader) })}
              value={editing.words}
              onChange={(event) => setEditing({ locale, words: event.currentTarget.value })}
              onBlur={() => leave(true)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') leave(false)
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave(true)
              }}
            />
          ) : (
            <button
              type="button"
              lang={words ? locale : undefined}
              dir="auto"
              aria-label={words ? undefined : t('cell', { id, language: languageName(locale, reader) })}
              onFocus={(event) => {
                // Reached by Tab it can be written in at once; a press comes with its click.
                if (event.currentTarget.matches(':focus-visible')) setEditing({ locale, words })
              }}
              onClick={() => setEditing({ locale, words })}
            >
              {words || '—'}
            </button>
          )}
          {index > 0 && state !== 'done' && <span className={classes.state}>{t(`is.${state}`)}</span>}
        </td>
      ))}
    </tr>
  )
}, isSameRow)
