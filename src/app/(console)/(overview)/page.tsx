import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getChanges, type Mover } from '@/pipeline/analyze/get-changes'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { findSurveys } from '@/pipeline/design/find-surveys'
import { FilterBar } from '../_filters/filter-bar'
import { PeriodFilter } from '../_filters/period-filter'
import { loadView } from '../_filters/search-params'
import { LiveRefresh } from '../_live/live-refresh'
import { ChangesCard } from './_components/changes-card'
import { type Beginning, FirstSteps } from './_components/first-steps'
import { firstStepsCookie } from './_components/first-steps-cookie'
import { HeadlineCard } from './_components/headline-card'
import { LoopCard } from './_components/loop-card'
import { NewestCard } from './_components/newest-card'
import classes from './_components/overview.module.css'
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

/** The address of the same view with one touchpoint or channel alone. */
const narrowedTo =
  (view: Awaited<ReturnType<typeof loadView>>) =>
  (mover: Mover): string => {
    const { period, ...rest } = view
    const given = { ...(period === '30d' ? {} : { period }), ...rest, [mover.by]: mover.key }
    return `/?${new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))}`
  }

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
  const changes = await getChanges(
    { ...filter, period },
    headlines.metrics.map(({ comparison }) => comparison),
  )
  const metrics = headlines.metrics.map((headline, at) => ({ ...headline, comparison: changes.onScreen[at] ?? null }))
  const shown = touchpoints.filter(({ key, score }) => score || !view.touchpoint || key === view.touchpoint)
  const isNarrowed = Boolean(view.touchpoint || view.survey || view.channel)
  const isAway = (await cookies()).get(firstStepsCookie)?.value === member.organizationKey
  const isBeginning = !isNarrowed && !isAway && newest.items.length < firstAnswers
  const beginning = isBeginning ? await readBeginning(organizationId, newest.items.length, options.touchpoints.length) : undefined
  return (
    <div>
      <PageHeader title={t('title')}>
        <LiveRefresh types={['response', 'metric', 'alert', 'case']} />
        <FilterBar options={options}>
          <PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />
        </FilterBar>
      </PageHeader>
      {beginning && <FirstSteps beginning={beginning} mayDesign={can(member.role, 'programme.write')} />}
      {(!beginning || beginning.hasAnswer) && (
        <div className={classes.grid}>
          {metrics.map((headline) => (
            <HeadlineCard key={headline.metric} headline={headline} />
          ))}
          <LoopCard loop={loop} />
          <div className={classes.wide}>
            <TrendCard headlines={headlines} />
          </div>
          <div className={classes.side}>
            <ChangesCard changes={changes} hrefOf={narrowedTo(view)} locale={locale} />
          </div>
          <div className={classes.wide}>
            <TouchpointCard touchpoints={shown} locale={locale} />
          </div>
          <div className={classes.side}>
            <NewestCard responses={newest.items} locale={locale} />
          </div>
        </div>
      )}
    </div>
  )
}
