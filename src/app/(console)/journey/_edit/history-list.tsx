'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Moment } from '@/components/ui/moment'
import { type HistoryEntry, readHistory } from '../actions'
import classes from './edit.module.css'

/** Names in other languages and the parts of a standard have their own words; anything else is told by its path. */
const fieldOf = (path: string): string =>
  path
    .replace(/^name\..*$/, 'name')
    .replace(/^name\[.*$/, 'name')
    .replaceAll('.', '_')

/** Who changed the touchpoint, when and how. Read when it is opened. */
export const HistoryList = ({ touchpoint }: { touchpoint: string }) => {
  const t = useTranslations('journeyEdit')
  const [entries, setEntries] = useState<HistoryEntry[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    readHistory(touchpoint).then((read) => isCurrent && setEntries(read))
    return () => {
      isCurrent = false
    }
  }, [touchpoint])
  const nameOf = (path: string) => {
    const field = fieldOf(path)
    return t.has(`field.${field as 'name'}`) ? t(`field.${field as 'name'}`) : path
  }
  if (!entries) return <p className={classes.hint}>{t('historyLoading')}</p>
  if (entries.length === 0) return <p className={classes.hint}>{t('historyNone')}</p>
  return (
    <ol className={classes.history}>
      {entries.map(({ id, by, at, kind, fields }) => (
        <li key={id}>
          <p>
            <strong>{t(`change.${kind}`)}</strong> · {by} · <Moment at={at} />
          </p>
          {fields.length > 0 && (
            <ul>
              {fields.map(({ path, before, after }) => (
                <li key={path}>
                  {nameOf(path)}: <s>{before || t('nothing')}</s> → {after || t('nothing')}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
