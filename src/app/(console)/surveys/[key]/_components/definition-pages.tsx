import { CornerDownRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { localize } from '@/domain/localized'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'
import { QuestionItem } from './question-item'
import classes from './survey.module.css'

/** The survey page by page, its logic in words. */
export const DefinitionPages = ({ definition, locale }: { definition: SurveyDefinition; locale: string }) => {
  const t = useTranslations('survey')
  const words = useConditionWords(definition)
  return definition.pages.map((page, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pages have no key of their own and never move here
    <Card key={index} title={page.title ? localize(page.title, locale) : t('page', { number: index + 1 })}>
      {page.showIf && (
        <p className={classes.logic}>
          <CornerDownRight size={14} strokeWidth={1.5} aria-hidden /> {t('onlyIf', { condition: words(page.showIf) })}
        </p>
      )}
      <ol className={classes.questions}>
        {page.questions.map((question) => (
          <QuestionItem
            key={question.key}
            question={question}
            condition={question.showIf ? words(question.showIf) : null}
            locale={locale}
          />
        ))}
      </ol>
    </Card>
  ))
}
