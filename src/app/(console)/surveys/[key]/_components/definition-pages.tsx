import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { localize } from '@/domain/localized'
import type { Jump, Page, SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'
import { LogicNote } from './logic-note'
import { QuestionItem } from './question-item'
import classes from './survey.module.css'

/** The survey page by page, its logic in words. */
export const DefinitionPages = ({ definition, locale }: { definition: SurveyDefinition; locale: string }) => {
  const t = useTranslations('survey')
  const words = useConditionWords(definition)
  const nameOf = (page: Page, index: number) => (page.title ? localize(page.title, locale) : t('page', { number: index + 1 }))
  const targetOf = ({ page: key, end }: Jump): string => {
    if (end) return t(`end.${end}`)
    const index = definition.pages.findIndex((page) => page.key === key)
    const target = definition.pages[index]
    return target ? t('goTo', { page: nameOf(target, index) }) : ''
  }
  return definition.pages.map((page, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pages have no key of their own and never move here
    <Card key={index} title={nameOf(page, index)}>
      {page.showIf && <LogicNote>{t('onlyIf', { condition: words(page.showIf) })}</LogicNote>}
      {page.randomize && <LogicNote>{t('shuffledQuestions')}</LogicNote>}
      <ol className={classes.questions}>
        {page.questions.map((question) => (
          <QuestionItem key={question.key} question={question} definition={definition} locale={locale} />
        ))}
      </ol>
      {page.jumps?.map((jump, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: jumps have no key of their own and never move here
        <LogicNote key={position}>
          {jump.when
            ? t('jumpIf', { target: targetOf(jump), condition: words(jump.when) })
            : t('jump', { target: targetOf(jump) })}
        </LogicNote>
      ))}
    </Card>
  ))
}
