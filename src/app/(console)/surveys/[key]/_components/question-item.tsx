import { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import { type Question, rangeOf, type SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'
import { LogicNote } from './logic-note'
import { OptionList } from './option-list'
import classes from './survey.module.css'

type QuestionItemProps = { question: Question; definition: SurveyDefinition; locale: string }

/** A question as it is asked, with what it is for. */
export const QuestionItem = ({ question, definition, locale }: QuestionItemProps) => {
  const t = useTranslations('survey')
  const dimensions = useTranslations('dimensions')
  const range = rangeOf(question)
  const ends = 'ends' in question ? question.ends : undefined
  const words = useConditionWords(definition)
  return (
    <li className={classes.question}>
      <p className={classes.questionText}>
        {localize(question.text, locale)}
        {question.required && <span className={classes.required}>{t('required')}</span>}
      </p>
      {question.hint && <p className={classes.hint}>{localize(question.hint, locale)}</p>}
      {question.showIf && <LogicNote>{t('onlyIf', { condition: words(question.showIf) })}</LogicNote>}
      <OptionList question={question} definition={definition} locale={locale} />
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
        {'randomize' in question && question.randomize && <span>{t('shuffledOptions')}</span>}
        {question.anchored && <span>{t('anchored')}</span>}
        <code>{question.key}</code>
      </p>
    </li>
  )
}
