import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { Suspense } from 'react'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PictureLines } from '@/components/charts/picture-context'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { resolveComparison, resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import type { Mover } from '@/pipeline/analyze/get-changes'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getOwnMetrics } from '@/pipeline/analyze/get-metric'
import { getRates } from '@/pipeline/analyze/get-rates'
import { findSurveys } from '@/pipeline/design/find-surveys'
import { CompareFilter } from '../_filters/compare-filter'
import { ConditionFilter } from '../_filters/condition-filter'
import { daysInWords } from '../_filters/days-in-words'
import { FilterBar } from '../_filters/filter-bar'
import { FilterNotice } from '../_filters/filter-notice'
import filters from '../_filters/filters.module.css'
import { filterOptions, filtersInWords } from '../_filters/filters-in-words'
import { PeriodFilter } from '../_filters/period-filter'
import { isNarrowed, pickNarrowing, readNarrowing } from '../_filters/read-narrowing'
import { SavedViews } from '../_filters/saved-views'
import { loadView } from '../_filters/search-params'
import { LiveRefresh } from '../_live/live-refresh'
import { answersOf } from './_components/answers-of'
import { ChangesCard } from './_components/changes-card'
import { DistributionCard } from './_components/distribution-card'
import { type Beginning, FirstSteps } from './_components/first-steps'
import { firstStepsCookie } from './_components/first-steps-cookie'
import { HeadlineCard } from './_components/headline-card'
import { LoopCard } from './_components/loop-card'
import { NewestCard } from './_components/newest-card'
import classes from './_components/overview.module.css'
import { OwnMetricsCard } from './_components/own-metrics-card'
import { RatesCard } from './_components/rates-card'
import { readOverview } from './_components/read-overview'
import { TouchpointCard } from './_components/touchpoint-card'
import { TrendCard } from './_components/trend-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('overview'))('title') })

/** So few answers that the way to them is still being learned. */
const firstAnswers = 3

const readBeginning = async (organizationId: string, answers: number, touchpoints: number): Promise<Beginning> => {
  const surveys = await findSurveys(organizationId, new Date(0))
  return {
    touchpoints,
    draft: surveys.find(({ publishedVersion }) => publishedVersion === null)?.key,
    published: surveys.find(({ publishedVersion }) => publishedVersion !== null)?.key,
    hasAnswer: answers > 0,
  }
}

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('analysis.read')
  const [t, words, locale, view] = await Promise.all([
    getTranslations('overview'),
    getTranslations('filters'),
    getLocale(),
    loadView(searchParams),
  ])
  const now = new Date()
  const { organizationId, timeZone } = member
  const period = resolvePeriod(view, localDay(now, timeZone))
  const comparedWith = resolveComparison(view, period)
  const read = readNarrowing(view)
  const narrowing = isFailure(read) ? {} : read.narrowing
  const [options, { own }] = await Promise.all([filterOptions(organizationId), getDefinitions(organizationId)])
  const header = (
    <PageHeader title={t('title')}>
      <LiveRefresh types={['response', 'metric', 'alert', 'case']} />
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
  const found = isFailure(read) ? read : await readOverview({ organizationId, timeZone, narrowing, period, comparedWith, now })
  if (isFailure(found))
    return (
      <div>
        {header}
        <FilterNotice failure={found} without={listHref('/', view, { where: null })} />
      </div>
    )
  const { headlines, changes, distributions, touchpoints, newest, loop } = found
  const narrowedTo = ({ by, key }: Mover): string => listHref('/', view, { [by]: key })
  const linked = distributions.map(({ bars, ...distribution }) => ({
    ...distribution,
    bars: bars.map((bar) => ({ ...bar, href: answersOf(view, narrowing.where, distribution.metric, bar.value) })),
  }))
  const shown = touchpoints.filter(({ key, score }) => score || !view.touchpoint || key === view.touchpoint)
  const isAway = (await cookies()).get(firstStepsCookie)?.value === member.organizationKey
  const isBeginning = !isNarrowed(narrowing) && !isAway && newest.length < firstAnswers
  const beginning = isBeginning ? await readBeginning(organizationId, newest.length, options.touchpoints.length) : undefined
  const rates =
    !beginning || beginning.hasAnswer ? getRates({ organizationId, timeZone, ...narrowing, period, comparedWith }) : null
  const hasOwn = rates !== null && Object.keys(own).length > 0
  const ownMetrics = hasOwn ? getOwnMetrics({ organizationId, ...narrowing, period, comparedWith }) : null
  const said = [daysInWords(await getFormatter(), period), ...(await filtersInWords(organizationId, narrowing))]
  return (
    <div>
      {header}
      {headlines.source === 'responses' && <p className={filters.source}>{words('fromResponses')}</p>}
      {beginning && <FirstSteps beginning={beginning} mayDesign={can(member.role, 'programme.write')} />}
      {rates && (
        <div className={classes.grid}>
          {headlines.metrics.map((headline) => (
            <HeadlineCard key={headline.metric} headline={headline} />
          ))}
          <LoopCard loop={loop} />
          <div className={classes.wide}>
            <PictureLines lines={said}>
              <TrendCard headlines={headlines} />
            </PictureLines>
          </div>
          <div className={classes.side}>
            <ChangesCard changes={changes} hrefOf={narrowedTo} locale={locale} />
          </div>
          <div className={classes.wide}>
            <PictureLines lines={said}>
              <DistributionCard distributions={linked} />
            </PictureLines>
          </div>
          <div className={classes.side}>
            <Suspense fallback={<Card title={t('rates.title')}>{null}</Card>}>
              <RatesCard rates={rates} />
            </Suspense>
          </div>
          {ownMetrics && (
            <div className={classes.own}>
              <Suspense fallback={null}>
                <OwnMetricsCard views={ownMetrics} hrefOf={(key) => listHref(`/analysis/metrics/${key}`, view, {})} />
              </Suspense>
            </div>
          )}
          <div className={classes.wide}>
            <TouchpointCard touchpoints={shown} locale={locale} />
          </div>
          <div className={classes.side}>
            <NewestCard responses={newest} locale={locale} all={listHref('/responses', pickNarrowing(view), {})} />
          </div>
        </div>
      )}
    </div>
  )
}
