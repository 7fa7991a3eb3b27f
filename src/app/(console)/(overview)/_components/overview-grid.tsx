import { cookies } from 'next/headers'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { can } from '@/auth/permissions'
import type { requirePermission } from '@/auth/session'
import { PictureLines } from '@/components/charts/picture-context'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import type { Mover } from '@/pipeline/analyze/get-changes'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getOwnMetrics } from '@/pipeline/analyze/get-metric'
import { getRates } from '@/pipeline/analyze/get-rates'
import type { newReading } from '@/pipeline/analyze/new-reading'
import { findSurveys } from '@/pipeline/design/find-surveys'
import { daysInWords } from '../../_filters/days-in-words'
import { FilterNotice } from '../../_filters/filter-notice'
import filters from '../../_filters/filters.module.css'
import { filtersInWords } from '../../_filters/filters-in-words'
import { isNarrowed, pickNarrowing } from '../../_filters/read-narrowing'
import type { loadView } from '../../_filters/search-params'
import { answersOf } from './answers-of'
import { ChangesCard } from './changes-card'
import { DistributionCard } from './distribution-card'
import { type Beginning, FirstSteps } from './first-steps'
import { firstStepsCookie } from './first-steps-cookie'
import { HeadlineCard } from './headline-card'
import { LoopCard } from './loop-card'
import { NewestCard } from './newest-card'
import classes from './overview.module.css'
import { OwnMetricsCard } from './own-metrics-card'
import { RatesCard } from './rates-card'
import { readOverview } from './read-overview'
import { TouchpointCard } from './touchpoint-card'
import { TrendCard } from './trend-card'

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

type Props = {
  member: Awaited<ReturnType<typeof requirePermission>>
  view: Awaited<ReturnType<typeof loadView>>
  narrowing: Narrowing
  period: Period
  comparedWith: Period
  now: Date
  touchpointCount: number
  reading: ReturnType<typeof newReading>
}

/** All numbers of the overview, read at once. */
export const OverviewGrid = async ({ member, view, narrowing, period, comparedWith, now, touchpointCount, reading }: Props) => {
  const { organizationId, timeZone } = member
  const [t, words, locale, { own }, found] = await Promise.all([
    getTranslations('overview'),
    getTranslations('filters'),
    getLocale(),
    getDefinitions(organizationId),
    readOverview({ organizationId, timeZone, narrowing, period, comparedWith, now, reading }),
  ])
  if (isFailure(found)) return <FilterNotice failure={found} without={listHref('/', view, { where: null })} />
  const { headlines, changes, distributions, touchpoints, newest, loop } = found
  const narrowedTo = ({ by, key }: Mover): string => listHref('/', view, { [by]: key })
  const linked = distributions.map(({ bars, ...distribution }) => ({
    ...distribution,
    bars: bars.map((bar) => ({ ...bar, href: answersOf(view, narrowing.where, distribution.metric, bar.value) })),
  }))
  const shown = touchpoints.filter(({ key, score }) => score || !view.touchpoint || key === view.touchpoint)
  const isAway = (await cookies()).get(firstStepsCookie)?.value === member.organizationKey
  const isBeginning = !isNarrowed(narrowing) && !isAway && newest.length < firstAnswers
  const beginning = isBeginning ? await readBeginning(organizationId, newest.length, touchpointCount) : undefined
  const rates =
    !beginning || beginning.hasAnswer ? getRates({ organizationId, timeZone, ...narrowing, period, comparedWith }) : null
  const hasOwn = rates !== null && Object.keys(own).length > 0
  const ownMetrics = hasOwn ? getOwnMetrics({ organizationId, ...narrowing, period, comparedWith }) : null
  const said = [daysInWords(await getFormatter(), period), ...(await filtersInWords(organizationId, narrowing))]
  return (
    <>
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
    </>
  )
}
