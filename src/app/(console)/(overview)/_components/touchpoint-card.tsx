import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { MetricTerm } from '@/components/ui/metric-term'
import { Standing } from '@/components/ui/standing'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { ScoredTouchpoint } from '@/pipeline/analyze/score-touchpoints'
import classes from './overview.module.css'

/** Those furthest below their standard first, then the others that have answers. */
const byNeed = (a: ScoredTouchpoint, b: ScoredTouchpoint): number => rank(a) - rank(b)
const rank = ({ score, standing }: ScoredTouchpoint): number => {
  if (!score) return 3
  if (!standing) return 2
  return standing.isMet ? 1 : standing.isCertain ? -1 : 0
}

type TouchpointCardProps = {
  touchpoints: readonly ScoredTouchpoint[]
  locale: string
  /** the answers of a touchpoint that the screen counts; those behind its number, where a metric is named */
  answersOf: (touchpoint: string, metric?: string) => string
}

export const TouchpointCard = ({ touchpoints, locale, answersOf }: TouchpointCardProps) => {
  const t = useTranslations('overview')
  const head = [
    { key: 'touchpoint', label: t('touchpoint') },
    { key: 'metric', label: t('metric') },
    { key: 'score', label: t('score') },
    { key: 'standard', label: t('standard') },
    { key: 'open', label: t('open'), isNumber: true },
  ]
  const answered = touchpoints.filter(({ score }) => score)
  const silent = touchpoints.length - answered.length
  return (
    <Card
      title={t('byTouchpoint')}
      aside={
        <Link prefetch={false} href="/journey">
          {t('toJourney')}
        </Link>
      }
      isFlush
    >
      <Table label={t('byTouchpoint')} head={head}>
        {answered.toSorted(byNeed).map((touchpoint) => (
          <tr key={touchpoint.id}>
            <td>
              <Link prefetch={false} href={answersOf(touchpoint.key)}>
                {localize(touchpoint.name, locale)}
              </Link>
            </td>
            <td className={mutedCell}>{touchpoint.score && <MetricTerm metric={touchpoint.score.metric} />}</td>
            <td>
              {touchpoint.score && (
                <Link prefetch={false} href={answersOf(touchpoint.key, touchpoint.score.metric)} className={classes.toAnswers}>
                  <Estimate kind={touchpoint.score.kind} summary={touchpoint.score.summary} />
                </Link>
              )}
            </td>
            <td>
              <Standing
                standing={touchpoint.standing}
                kind={touchpoint.score?.kind ?? 'mean'}
                better={touchpoint.score?.better ?? 'more'}
              />
            </td>
            <td className={numberCell}>
              {touchpoint.openCases > 0 ? (
                <Link prefetch={false} href={`/cases?touchpoint=${touchpoint.key}`}>
                  {touchpoint.openCases}
                </Link>
              ) : (
                <span className={mutedCell}>0</span>
              )}
            </td>
          </tr>
        ))}
      </Table>
      {silent > 0 && <p className={classes.silent}>{t('silent', { count: silent })}</p>}
    </Card>
  )
}
