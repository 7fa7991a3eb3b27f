import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { FilterBar } from '../_filters/filter-bar'
import { PeriodFilter } from '../_filters/period-filter'
import { loadView } from '../_filters/search-params'
import { LiveRefresh } from '../_live/live-refresh'
import { FirstSteps } from './_components/first-steps'
import { HeadlineCard } from './_components/headline-card'
import { LoopCard } from './_components/loop-card'
import { NewestCard } from './_components/newest-card'
import classes from './_components/overview.module.css'
import { TouchpointCard } from './_components/touchpoint-card'
import { TrendCard } from './_components/trend-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('overview'))('title') })

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('analysis.read')
  const [t, locale, view] = await Promise.all([getTranslations('overview'), getLocale(), loadView(searchParams)])
  const now = new Date()
  const { organizationId, timeZone } = member
  const period = resolvePeriod(view, localDay(now, timeZone))
  const filter = {
    organizationId,
    touchpoint: view.touchpoint ?? undefined,
    survey: view.survey ?? undefined,
    channel: view.channel ?? undefined,
  }
  const [options, headlines, loop, touchpoints, newest] = await Promise.all([
    getFilterOptions(organizationId),
    getHeadlines({ ...filter, period }),
    getLoopFigures(organizationId, timeZone, period, now),
    scoreTouchpoints({ ...filter, ...period }),
    findResponses({ ...filter, timeZone, limit: 6 }),
  ])
  const shown = touchpoints.filter(({ key, score }) => score || !view.touchpoint || key === view.touchpoint)
  const isUntouched = newest.items.length === 0 && !view.touchpoint && !view.survey && !view.channel
  return (
    <div>
      <PageHeader title={t('title')}>
        <LiveRefresh types={['response', 'metric', 'alert', 'case']} />
        <FilterBar options={options}>
          <PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />
        </FilterBar>
      </PageHeader>
      {isUntouched ? (
        <FirstSteps surveys={options.surveys.length} touchpoints={options.touchpoints.length} />
      ) : (
        <div className={classes.grid}>
          {headlines.metrics.map((headline) => (
            <HeadlineCard key={headline.metric} headline={headline} />
          ))}
          <LoopCard loop={loop} />
          <div className={classes.wide}>
            <TrendCard headlines={headlines} />
          </div>
          <div className={classes.side}>
            <NewestCard responses={newest.items} locale={locale} />
          </div>
          <div className={classes.full}>
            <TouchpointCard touchpoints={shown} locale={locale} />
          </div>
        </div>
      )}
    </div>
  )
}
