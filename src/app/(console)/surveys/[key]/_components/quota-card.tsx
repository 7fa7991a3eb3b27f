import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { useConditionWords } from '../../../_components/use-condition-words'
import classes from './survey.module.css'

type Props = { definition: SurveyDefinition; places: Readonly<Record<string, number>> }

/** How full each quota is. */
export const QuotaCard = ({ definition, places }: Props) => {
  const t = useTranslations('survey')
  const words = useConditionWords(definition)
  const number = new Intl.NumberFormat(useLocale())
  if (!definition.quotas?.length) return null
  return (
    <Card title={t('quotas')}>
      <ul className={classes.quotas}>
        {definition.quotas.map(({ key, when, limit }) => {
          const taken = places[key] ?? 0
          return (
            <li key={key}>
              <span className={classes.quotaName}>
                <code>{key}</code>
                <span className={classes.count}>
                  {t(taken >= limit ? 'quotaFull' : 'quotaTaken', { taken: number.format(taken), limit: number.format(limit) })}
                </span>
              </span>
              <progress max={Math.max(limit, 1)} value={Math.min(taken, limit)} aria-label={key} />
              {when && <span className={classes.hint}>{t('when', { condition: words(when) })}</span>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
