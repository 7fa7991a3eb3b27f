import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { localize } from '@/domain/localized'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'
import classes from './survey.module.css'

export const ThanksList = ({ definition, locale }: { definition: SurveyDefinition; locale: string }) => {
  const t = useTranslations('survey')
  const words = useConditionWords(definition)
  return (
    <Card title={t('thanks')}>
      <ol className={classes.questions}>
        {definition.thanks.map((thanks, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: thanks have no key of their own and never move here
          <li key={index} className={classes.question}>
            <p className={classes.meta}>
              {thanks.outcome && thanks.outcome !== 'completed' && <span>{t(`outcome.${thanks.outcome}`)}</span>}
              <span>{thanks.when ? t('when', { condition: words(thanks.when) }) : t('otherwise')}</span>
            </p>
            <p>{localize(thanks.text, locale)}</p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
