import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { can } from '@/auth/permissions'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { DefinitionWords } from '@/components/ui/definition-words'
import { Estimate } from '@/components/ui/estimate'
import { isKeptInRollups, type Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { betterOf } from '@/domain/metric/better'
import { isHeadlineMetric } from '@/domain/metric/definition'
import { nameOf } from '@/domain/metric/tell-definition'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { newReading } from '@/pipeline/analyze/new-reading'
import { FilterNotice } from '../../../../_filters/filter-notice'
import filters from '../../../../_filters/filters.module.css'
import type { loadView } from '../../../../_filters/search-params'
import { answersTo } from '../../../../_metrics/answers-behind'
import { MetricDistribution } from '../../../../_metrics/metric-distribution'
import { ClientWords } from '../../../../_shell/client-words'
import { answersOf } from '../../../../(overview)/_components/answers-of'
import { ChangeLine } from '../../../../(overview)/_components/change-line'
import classes from './metric.module.css'
import { PartsTable } from './parts-table'

type MetricBodyProps = {
  organizationId: string
  role: Parameters<typeof can>[0]
  metric: string
  narrowing: Narrowing
  period: Period
  comparedWith: Period
  asOf: Date | null
  view: Awaited<ReturnType<typeof loadView>>
  reading: ReturnType<typeof newReading>
  /** the screen without its conditions */
  without: string
}

/** The metric's number, change, definition, trend and parts. */
export const MetricBody = async ({ role, metric, narrowing, asOf, view, without, ...asked }: MetricBodyProps) => {
  const [t, words, charts, locale, format, found] = await Promise.all([
    getTranslations('ownMetrics'),
    getTranslations('filters'),
    getTranslations('charts'),
    getLocale(),
    getFormatter(),
    getMetric({ ...asked, ...narrowing, key: metric, asOf: asOf ?? undefined }).finally(() => asked.reading.progress.end()),
  ])
  if (isFailure(found) && found.error === 'not_found') notFound()
  if (isFailure(found)) return <FilterNotice failure={found} without={without} />
  const { defined, shownAs, limits, summary, previous, comparison, points, previousPoints, interval, parts } = found
  const name = nameOf(metric, defined.definition, locale)
  const behind = answersTo(metric, defined)
  // What it was at another moment is told of its number alone.
  const isSpread = asOf === null && !isHeadlineMetric(metric) && parts === null
  return (
    <>
      {!isKeptInRollups(narrowing) && <p className={filters.source}>{words('fromResponses')}</p>}
      {asOf && (
        <p className={classes.asOf}>
          {t('asOf', {
            date: format.dateTime(asOf, { dateStyle: 'long' }),
            version: defined.version,
          })}{' '}
          <a href={`/analysis/metrics/${metric}`}>{t('asNow')}</a>
        </p>
      )}
      <div className={classes.grid}>
        <div className={classes.side}>
          <Card title={t('now')}>
            <Link prefetch={false} href={answersOf(view, narrowing.where, behind)} className={classes.toAnswers}>
              <Estimate kind={shownAs} summary={summary} size="headline" />
            </Link>
            <ChangeLine kind={shownAs} better={betterOf(defined.definition)} {...{ summary, previous, comparison }} />
          </Card>
          <Card
            title={t('how')}
            aside={
              can(role, 'settings.read') && (
                <Link prefetch={false} href={`/settings/metrics/${metric}`}>
                  {t(can(role, 'programme.write') ? 'edit' : 'toSettings')}
                </Link>
              )
            }
          >
            <DefinitionWords defined={defined} />
          </Card>
        </div>
        <div className={classes.main}>
          <Card title={t('trend', { interval })}>
            <TrendChart
              kind={shownAs}
              metric={metric}
              title={name}
              points={points}
              previousPoints={previousPoints}
              interval={interval}
              limits={limits && [limits.from, limits.to]}
              answers={{ href: answersOf(view, narrowing.where, behind), period: asked.period }}
            />
          </Card>
          {isSpread && (
            <Suspense fallback={<Card title={charts('distributionOf', { metric: name })}>{charts('counting')}</Card>}>
              <MetricDistribution {...asked} {...{ metric, narrowing, view }} title={name} reading={newReading(asked.reading)} />
            </Suspense>
          )}
          {parts && (
            <Card title={t('parts')} isFlush>
              <ClientWords of={['ownMetrics']}>
                <PartsTable parts={parts} />
              </ClientWords>
            </Card>
          )}
        </div>
      </div>
    </>
  )
}
