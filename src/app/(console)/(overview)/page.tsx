import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { newReading } from '@/pipeline/analyze/new-reading'
import { CompareFilter } from '../_filters/compare-filter'
import { ConditionFilter } from '../_filters/condition-filter'
import { FilterBar } from '../_filters/filter-bar'
import { FilterNotice } from '../_filters/filter-notice'
import { filterOptions } from '../_filters/filters-in-words'
import { LookThrough } from '../_filters/look-through'
import { PeriodFilter } from '../_filters/period-filter'
import { readNarrowing } from '../_filters/read-narrowing'
import { SavedViews } from '../_filters/saved-views'
import { loadView } from '../_filters/search-params'
import { LiveOverview, OverviewLive } from './_components/live-figures'
import { OverviewGrid } from './_components/overview-grid'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('overview'))('title') })

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('analysis.read')
  const [t, view] = await Promise.all([getTranslations('overview'), loadView(searchParams)])
  const now = new Date()
  const { organizationId, timeZone } = member
  const period = resolvePeriod(view, localDay(now, timeZone))
  const comparedWith = resolveComparison(view, period)
  const read = readNarrowing(view)
  const narrowing = isFailure(read) ? {} : read.narrowing
  const options = await filterOptions(organizationId)
  const without = listHref('/', view, { where: null, locale: null })
  const header = (
    <PageHeader title={t('title')} beside={<OverviewLive />}>
      <FilterBar
        options={options}
        first={<PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />}
        more={
          <ConditionFilter organizationId={organizationId} where={narrowing.where} beside={<SavedViews screen="overview" />} />
        }
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
  const grid = (
    <OverviewGrid
      {...{ member, view, narrowing, period, comparedWith, now, reading }}
      touchpointCount={options.touchpoints.length}
    />
  )
  if (isKeptInRollups(narrowing))
    return (
      <LiveOverview from={listHref('/figures', view, {})} readAt={now.getTime()}>
        <div>
          {header}
          {grid}
        </div>
      </LiveOverview>
    )
  return (
    <div>
      {header}
      <LookThrough reading={reading} asked={listHref('/', view, {})} cancelHref={without}>
        {grid}
      </LookThrough>
    </div>
  )
}
