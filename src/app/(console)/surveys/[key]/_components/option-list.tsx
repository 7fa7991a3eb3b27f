import { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import { type Option, optionsOf, type Question, type SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'
import classes from './survey.module.css'

type Props = { question: Question; definition: SurveyDefinition; locale: string }

/** What is chosen from, each option with what is special about it. */
export const OptionList = ({ question, definition, locale }: Props) => {
  const t = useTranslations('survey')
  const words = useConditionWords(definition)
  const options: readonly (Option & { exclusive?: boolean | undefined })[] = optionsOf(question)
  if (options.length === 0) return null
  const notesOf = ({ showIf, exclusive, anchored }: (typeof options)[number]) =>
    [showIf && t('onlyIf', { condition: words(showIf) }), exclusive && t('exclusive'), anchored && t('anchored')].filter(
      (note) => typeof note === 'string',
    )
  return (
    <>
      <ul className={classes.options}>
        {options.map((option) => {
          const notes = notesOf(option)
          return (
            <li key={option.key}>
              {localize(option.text, locale)}
              {notes.length > 0 && <span className={classes.note}> {notes.join(' · ')}</span>}
            </li>
          )
        })}
        {'other' in question && question.other && <li>{t('otherOption')}</li>}
      </ul>
      {question.kind === 'matrix' && (
        <p className={classes.hint}>{question.columns.map(({ text }) => localize(text, locale)).join(' · ')}</p>
      )}
    </>
  )
}
