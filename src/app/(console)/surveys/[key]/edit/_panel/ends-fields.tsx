'use client'

import { useTranslations } from 'next-intl'
import type { Localized } from '@/domain/localized'
import type { Question } from '@/domain/survey/definition'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'

type Ends = { low?: Localized | undefined; high?: Localized | undefined }

/** The words at the ends of a scale; the runtime has its own where these are empty. */
export const EndsFields = ({ question }: { question: Question & { ends?: Ends | undefined } }) => {
  const t = useTranslations('editor.settings')
  const { type, error } = useField(['question', question.key])
  const change = (side: 'low' | 'high') => (text: Localized | undefined) => {
    const { [side]: _, ...other } = question.ends ?? {}
    const ends = text === undefined ? other : { ...other, [side]: text }
    type('ends')(Object.keys(ends).length > 0 ? ends : undefined)
  }
  return (
    <div className={classes.pair}>
      <TextField label={t('endLow')} value={question.ends?.low} onChange={change('low')} error={error('ends')} maxLength={200} />
      <TextField label={t('endHigh')} value={question.ends?.high} onChange={change('high')} maxLength={200} />
    </div>
  )
}
