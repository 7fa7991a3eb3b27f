import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { localize } from '@/domain/localized'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import type { ScoredTouchpoint } from '@/pipeline/analyze/score-touchpoints'
import classes from './gap.module.css'
import { Step } from './step'
import { useGapWords } from './use-gap-words'

type ActCardProps = {
  gaps: readonly MeasuredGap[]
  touchpoints: readonly ScoredTouchpoint[]
  survey: string
  locale: string
}

/** Whether experience falls short beyond chance. */
export const isCertain = ({ satisfaction: { high } }: MeasuredGap): boolean => high !== null && high < 0

/** Steps five and six: the gaps to close, the worst first, each with the touchpoints that serve its dimension and who answers for them. */
export const ActCard = ({ gaps, touchpoints, survey, locale }: ActCardProps) => {
  const t = useTranslations('gap')
  const { nameOf, signed } = useGapWords(locale)
  const open = gaps.filter(({ satisfaction, toIdeal }) => satisfaction.value < 0 || toIdeal < 0)
  return (
    <Card
      title={<Step number="5–6">{t('act')}</Step>}
      aside={
        <Link prefetch={false} href={`/responses?survey=${survey}`}>
          {t('toResponses')}
        </Link>
      }
    >
      {open.length === 0 ? (
        <p>{t('actNone')}</p>
      ) : (
        <>
          <p className={classes.text}>{t('actText')}</p>
          <ol className={classes.acts}>
            {open.map((gap) => {
              const serving = touchpoints.filter(({ dimension }) => dimension !== null && dimension === gap.asked.dimension)
              return (
                <li key={gap.question}>
                  <strong>{nameOf(gap)}</strong>{' '}
                  <span>
                    {t('actGap', { satisfaction: signed(gap.satisfaction.value), weighted: signed(gap.weighted) })}
                    {gap.toIdeal < 0 && `, ${t('actIdeal', { ideal: signed(gap.toIdeal) })}`}
                    {gap.satisfaction.value < 0 && !isCertain(gap) && ` · ${t('withinChance')}`}
                  </span>
                  {serving.length > 0 && (
                    <small>
                      {serving
                        .map(({ name, ownerName, ownerTeam }) => {
                          const owner = ownerName ?? (ownerTeam ? localize(ownerTeam, locale) : undefined)
                          return owner ? `${localize(name, locale)} (${owner})` : localize(name, locale)
                        })
                        .join(' · ')}
                    </small>
                  )}
                </li>
              )
            })}
          </ol>
        </>
      )}
    </Card>
  )
}
