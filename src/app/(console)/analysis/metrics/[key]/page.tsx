import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsIsoDateTime, type SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { TrendChart } from '@/components/charts/trend-chart'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { DefinitionWords } from '@/components/ui/definition-words'
import { Estimate } from '@/components/ui/estimate'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { nameOf } from '@/domain/metric/tell-definition'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { CompareFilter } from '../../../_filters/compare-filter'
import { ConditionFilter } from '../../../_filters/condition-filter'
import { FilterBar } from '../../../_filters/filter-bar'
import { FilterNotice } from '../../../_filters/filter-notice'
import filters from '../../../_filters/filters.module.css'
import { PeriodFilter } from '../../../_filters/period-filter'
import { readNarrowing } from '../../../_filters/read-narrowing'
import { viewParsers } from '../../../_filters/search-params'
import { LiveRefresh } from '../../../_live/live-refresh'
import { ClientWords } from '../../../_shell/client-words'
import { ChangeLine } from '../../../(overview)/_components/change-line'
import classes from './_components/metric.module.css'
import { PartsTable } from './_components/parts-table'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<SearchParams> }

const load = createLoader({ ...viewParsers, asOf: parseAsIsoDateTime })

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('ownMetrics'))('title') })

/** One metric over time: its number, change, trend, parts, and what it was counted by. */
export default async function MetricTrendPage({ params, searchParams }: Props) {
  const member = await requirePermission('analysis.read')
  const [{ key }, view] = await Promise.all([params, load(searchParams)])
  const [t, words, locale, format] = await Promise.all([
    getTranslations('ownMetrics'),
    getTranslations('filters'),
    getLocale(),
    getFormatter(),
  ])
  const { organizationId, timeZone, role } = member
  const period = resolvePeriod(view, localDay(new Date(), timeZone))
  const comparedWith = resolveComparison(view, period)
  const read = readNarrowing(view)
  const narrowing = isFailure(read) ? {} : read.narrowing
  const [options, found] = await Promise.all([
    getFilterOptions(organizationId),
    isFailure(read) ? read : getMetric({ organizationId, key, ...narrowing, period, comparedWith, asOf: view.asOf ?? undefined }),
  ])
  if (isFailure(found) && found.error === 'not_found') notFound()
  const here = `/analysis/metrics/${key}`
  const name = isFailure(found) ? key : nameOf(key, found.defined.definition, locale)
  const header = (
    <PageHeader back={{ href: '/', label: t('back') }} title={name} beside={<LiveRefresh types={['response', 'metric']} />}>
      <FilterBar
        options={options}
        first={<PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />}
        more={<ConditionFilter organizationId={organizationId} where={narrowing.where} />}
      >
        <CompareFilter from={comparedWith.from} to={comparedWith.to} isCustom={view.compare === 'custom'} />
      </FilterBar>
    </PageHeader>
  )
  if (isFailure(found))
    return (
      <div>
        {header}
        <FilterNotice failure={found} without={listHref(here, { ...view, asOf: null }, { where: null })} />
      </div>
    )
  const { defined, shownAs, summary, previous, comparison, points, previousPoints, interval, parts } = found
  return (
    <div>
      {header}
      {!isKeptInRollups(narrowing) && <p className={filters.source}>{words('fromResponses')}</p>}
      {view.asOf && (
        <p className={classes.asOf}>
          {t('asOf', {
            date: format.dateTime(view.asOf, { dateStyle: 'long' }),
            version: defined.version,
          })}{' '}
          <a href={here}>{t('asNow')}</a>
        </p>
      )}
      <div className={classes.grid}>
        <div className={classes.side}>
          <Card title={t('now')}>
            <Estimate kind={shownAs} summary={summary} size="headline" />
            <ChangeLine kind={shownAs} summary={summary} previous={previous} comparison={comparison} />
          </Card>
          <Card
            title={t('how')}
            aside={
              can(role, 'settings.read') && (
                <Link prefetch={false} href={`/settings/metrics/${key}`}>
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
              metric={key}
              title={name}
              points={points}
              previousPoints={previousPoints}
              interval={interval}
              limits={parts ? [0, 100] : null}
            />
          </Card>
          {parts && (
            <Card title={t('parts')} isFlush>
              <ClientWords of={['ownMetrics']}>
                <PartsTable parts={parts} />
              </ClientWords>
            </Card>
          )}
        </div>
      </div>
    </div>
  )
}
