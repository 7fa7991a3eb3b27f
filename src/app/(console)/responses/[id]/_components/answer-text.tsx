import { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import { type AnswerValue, type Choice, type Question, rangeOf } from '@/domain/survey/definition'
import classes from './response.module.css'

const isOther = (choice: unknown): choice is { other: string } =>
  typeof choice === 'object' && choice !== null && 'other' in choice

/** A choice in the words of its option. */
const useChoiceText = (question: Question, locale: string) => {
  const t = useTranslations('response')
  return (choice: Choice): string => {
    if (isOther(choice)) return t('other', { text: choice.other })
    const option = 'options' in question ? question.options.find(({ key }) => key === choice) : undefined
    return option ? localize(option.text, locale) : choice
  }
}

/** An answer as a person reads it: a number on its scale, choices by their texts. */
export const AnswerText = ({ question, answer, locale }: { question: Question; answer: AnswerValue; locale: string }) => {
  const t = useTranslations('response')
  const choiceText = useChoiceText(question, locale)
  const range = rangeOf(question)
  if (typeof answer === 'number' && range) {
    const share = (answer - range.low) / (range.high - range.low)
    return (
      <span className={classes.scale}>
        <span className={classes.scaleTrack} aria-hidden>
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <strong>{answer}</strong>
        <small>{t('onScale', range)}</small>
      </span>
    )
  }
  if (Array.isArray(answer)) {
    return (
      <ul className={classes.choices}>
        {(answer as readonly Choice[]).map((choice) => (
          <li key={isOther(choice) ? `other:${choice.other}` : choice}>{choiceText(choice)}</li>
        ))}
      </ul>
    )
  }
  if (typeof answer === 'string' || isOther(answer)) return <span>{choiceText(answer)}</span>
  return <span>{String(answer)}</span>
}
