import { useTranslations } from 'next-intl'
import { fileSize } from '@/components/format/file-size'
import { type AnswerValue, type Question, rangeOf } from '@/domain/survey/definition'
import { tellAnswer } from '@/domain/survey/tell-answer'
import { answerWords } from '@/i18n/answer-words'
import type { ResponseDetail } from '@/pipeline/analyze/get-response'
import classes from './response.module.css'

/** A number on its scale, for the eye and in words. */
const OnScale = ({ value, low, high }: { value: number; low: number; high: number }) => {
  const t = useTranslations('response')
  return (
    <span className={classes.scale}>
      <span className={classes.scaleTrack} aria-hidden>
        <span style={{ width: `${((value - low) / (high - low)) * 100}%` }} />
      </span>
      <strong>{value}</strong>
      <small>{t('onScale', { low, high })}</small>
    </span>
  )
}

type Props = {
  question: Question
  answer: AnswerValue
  response: Pick<ResponseDetail, 'id' | 'files'>
  locale: string
}

/** An answer as a person reads it: a number on its scale, choices by their texts, an answer in parts line by line. */
export const AnswerText = ({ question, answer, response, locale }: Props) => {
  const t = useTranslations('response')
  const range = rangeOf(question)
  if (typeof answer === 'number' && range) return <OnScale value={answer} {...range} />
  if (question.kind === 'file')
    return (
      <ul className={classes.choices}>
        {(answer as readonly string[]).map((id, index) => {
          const file = response.files.find((one) => one.id === id)
          return (
            <li key={id}>
              <a href={`/api/v1/uploads/${id}?response=${response.id}`} download>
                {file?.name ?? t('file', { number: index + 1 })}
              </a>{' '}
              {file && <small>{fileSize(file.bytes, locale)}</small>}
            </li>
          )
        })}
      </ul>
    )
  const lines = tellAnswer(question, answer, locale, answerWords(locale))
  const [only] = lines
  if (lines.length === 1 && only && !only.label) return <span>{only.value}</span>
  return (
    <ul className={classes.choices}>
      {lines.map(({ label, value }) => (
        <li key={`${label}:${value}`}>
          {label && <span className={classes.part}>{label}</span>} {value}
        </li>
      ))}
    </ul>
  )
}
