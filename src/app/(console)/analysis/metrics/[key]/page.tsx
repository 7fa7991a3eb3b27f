import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, createParser, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { readInstant } from '@/domain/cursor'
import { isFailure } from '@/domain/errors'
import { findDefined } from '@/domain/metric/definition'
import { nameOf } from '@/domain/metric/tell-definition'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { newReading } from '@/pipeline/analyze/new-reading'
import { CompareFilter } from '../../../_filters/compare-filter'
import { ConditionFilter } from '../../../_filters/condition-filter'
import { FilterBar } from '../../../_filters/filter-bar'
import { FilterNotice } from '../../../_filters/filter-notice'
import { LookThrough } from '../../../_filters/look-through'
import { PeriodFilter } from '../../../_filters/period-filter'
import { readNarrowing } from '../../../_filters/read-narrowing'
import { viewParsers } from '../../../_filters/search-params'
import { LiveRefresh } from '../../../_live/live-refresh'
import { MetricBody } from './_components/metric-body'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<SearchParams> }

const asOf = createParser({ parse: (text) => readInstant(text) ?? null, serialize: (at: Date) => at.toISOString() })
const load = createLoader({ ...viewParsers, asOf })

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('ownMetrics'))('title') })

/** In ms: what single responses have to tell is looked at again so often at most, as on the overview. */
const lookSpacing = 15_000

/** One metric over time: its number, change, trend, parts, and what it was counted by. */
export default async function MetricTrendPage({ params, searchParams }: Props) {
  const member = await requirePermission('analysis.read')
  const [{ key }, view] = await Promise.all([params, load(searchParams)])
  const [t, locale] = await Promise.all([getTranslations('ownMetrics'), getLocale()])
  const { organizationId, timeZone, role } = member
  const period = resolvePeriod(view, localDay(new Date(), timeZone))
  const comparedWith = resolveComparison(view, period)
  const read = readNarrowing(view)
  const narrowing = isFailure(read) ? {} : read.narrowing
  const [options, definitions] = await Promise.all([
    getFilterOptions(organizationId),
    getDefinitions(organizationId, view.asOf ?? undefined),
  ])
  const definition = findDefined(definitions, key)?.definition
  if (!definition) notFound()
  const here = `/analysis/metrics/${key}`
  const name = nameOf(key, definition, locale)
  const without = listHref(here, { ...view, asOf: null }, { where: null, locale: null })
  const header = (
    <PageHeader
      back={{ href: '/', label: t('back') }}
      title={name}
      beside={<LiveRefresh types={['response', 'metric']} {...(isKeptInRollups(narrowing) ? {} : { spacing: lookSpacing })} />}
    >
      <FilterBar
        options={options}
        first={<PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />}
        more={<ConditionFilter organizationId={organizationId} where={narrowing.where} />}
      >
        <CompareFilter from={comparedWith.from} to={comparedWith.to} isCustom={view.compare === 'custom'} />
      </FilterBar>
    </PageHeader>
  )
  if (isFailure(read))
    return (
      <div>
        {header}
        <FilterNotice failure={read} without={without} />
      </div>
    )
  const reading = newReading()
  const body = (
    <MetricBody
      {...{ organizationId, role, metric: key, narrowing, period, comparedWith, reading, view, without }}
      asOf={view.asOf}
    />
  )
  return (
    <div>
      {header}
      {isKeptInRollups(narrowing) ? (
        body
      ) : (
        <LookThrough
          reading={reading}
          asked={listHref(here, { ...view, asOf: view.asOf?.toISOString() ?? null }, {})}
          cancelHref={without}
        >
          {body}
        </LookThrough>
      )}
    </div>
  )
}
