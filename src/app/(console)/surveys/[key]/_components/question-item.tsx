import { CornerDownRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import { optionsOf, type Question, rangeOf } from '@/domain/survey/definition'
import classes from './survey.module.css'

type QuestionItemProps = { question: Question; condition: string | null; locale: string }

/** A question as it is asked, with what it is for. */
export const QuestionItem = ({ question, condition, locale }: QuestionItemProps) => {
  const t = useTranslations('survey')
  const dimensions = useTranslations('dimensions')
  const range = rangeOf(question)
  const ends = 'ends' in question ? question.ends : undefined
  const options = optionsOf(question)
  return (
    <li className={classes.question}>
      <p className={classes.questionText}>
        {localize(question.text, locale)}
        {question.required && <span className={classes.required}>{t('required')}</span>}
      </p>
      {question.hint && <p className={classes.hint}>{localize(question.hint, locale)}</p>}
      {condition && (
        <p className={classes.logic}>
          <CornerDownRight size={14} strokeWidth={1.5} aria-hidden /> {t('onlyIf', { condition })}
        </p>
      )}
      {options.length > 0 && (
        <ul className={classes.options}>
          {options.map((option) => (
            <li key={option.key}>{localize(option.text, locale)}</li>
          ))}
          {'other' in question && question.other && <li>{t('otherOption')}</li>}
        </ul>
      )}
      <p className={classes.meta}>
        <span>{t(`kind.${question.kind}`)}</span>
        {range && (
          <span>
            {range.low}
            {ends?.low && ` ${localize(ends.low, locale)}`} – {range.high}
            {ends?.high && ` ${localize(ends.high, locale)}`}
          </span>
        )}
        {question.role && <span>{t(`role.${question.role}`)}</span>}
        {question.dimension && (
          <span>
            {dimensions.has(question.dimension as 'product') ? dimensions(question.dimension as 'product') : question.dimension}
          </span>
        )}
        <code>{question.key}</code>
      </p>
    </li>
  )
}
