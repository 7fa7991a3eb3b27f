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
import type { Condition } from '@/domain/condition/condition'
import { type Failure, isFailure } from '@/domain/errors'
import { ownOnScreen } from '@/domain/metric/definition'
import type { Mover } from '@/pipeline/analyze/get-changes'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { findSpreadMetrics } from '@/pipeline/analyze/get-own-distribution'
import { getRates } from '@/pipeline/analyze/get-rates'
import { newReading } from '@/pipeline/analyze/new-reading'
import type { ScoredTouchpoint } from '@/pipeline/analyze/score-touchpoints'
import { findSurveys } from '@/pipeline/design/find-surveys'
import { daysInWords } from '../../_filters/days-in-words'
import { FilterNotice } from '../../_filters/filter-notice'
import filters from '../../_filters/filters.module.css'
import { filtersInWords } from '../../_filters/filters-in-words'
import { isNarrowed, pickNarrowing } from '../../_filters/read-narrowing'
import type { loadView } from '../../_filters/search-params'
import { answersBehind } from '../../_metrics/answers-behind'
import { answersOf } from './answers-of'
import { ChangesCard } from './changes-card'
import { DistributionCard } from './distribution-card'
import { type Beginning, FirstSteps } from './first-steps'
import { firstStepsCookie } from './first-steps-cookie'
import { HeadlineCard } from './headline-card'
import { LoopCard } from './loop-card'
import { NewestCard } from './newest-card'
import classes from './overview.module.css'
import { FirstDistribution, OwnInPlace } from './own-in-place'
import { isSilent, OwnMetricsCard } from './own-metrics-card'
import { RatesCard } from './rates-card'
import { type Judged, readOverview } from './read-overview'
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

/** Of a screen that daily counts tell, only metrics of one's own can come too late, and these are told of by name. */
const told = (judged: Judged | Failure): Judged => {
  if (isFailure(judged)) throw new Error(`the overview’s comparisons can’t be told: ${judged.error}`)
  return judged
}

type JudgedChangesProps = { judged: Promise<Judged>; hrefOf: (mover: Mover) => string; locale: string }
const JudgedChanges = async ({ judged, ...shown }: JudgedChangesProps) => (
  <ChangesCard changes={(await judged).changes} {...shown} />
)

type ScoredProps = {
  scored: Promise<ScoredTouchpoint[] | Failure>
  only: string | null
  locale: string
  answersOf: (touchpoint: string, metric?: string) => string
}
const ScoredTouchpoints = async ({ scored, only, ...shownTo }: ScoredProps) => {
  const [t, own, touchpoints] = await Promise.all([getTranslations('overview'), getTranslations('ownMetrics'), scored])
  if (isFailure(touchpoints))
    return (
      <Card title={t('byTouchpoint')}>
        <p className={classes.nothing}>{own('tooSlow')}</p>
      </Card>
    )
  const shown = touchpoints.filter(({ key, score }) => score || !only || key === only)
  return <TouchpointCard touchpoints={shown} {...shownTo} />
}

/** All numbers of the overview, read at once. */
export const OverviewGrid = async ({ member, view, narrowing, period, comparedWith, now, touchpointCount, reading }: Props) => {
  const { organizationId, timeZone } = member
  const [t, own, words, locale, definitions, found] = await Promise.all([
    getTranslations('overview'),
    getTranslations('ownMetrics'),
    getTranslations('filters'),
    getLocale(),
    getDefinitions(organizationId),
    readOverview({ organizationId, timeZone, narrowing, period, comparedWith, now, reading }),
  ])
  if (isFailure(found)) return <FilterNotice failure={found} without={listHref('/', view, { where: null })} />
  const { headlines, distributions, newest, loop } = found
  const judged = found.judged.then(told)
  const narrowedTo = ({ by, key }: Mover): string => listHref('/', view, { [by]: key })
  const behind = (metric: string) => answersBehind(metric, definitions)
  const answersTo = (metric: string): string => answersOf(view, narrowing.where, behind(metric))
  const answersAt = (touchpoint: string, metric?: string): string =>
    answersOf({ ...view, touchpoint }, narrowing.where, metric === undefined ? undefined : behind(metric))
  const linked = distributions.map(({ bars, ...distribution }) => ({
    ...distribution,
    bars: bars.map((bar) => {
      const one: Condition = { field: `score.${distribution.metric}`, op: 'eq', value: bar.value }
      return { ...bar, href: answersOf(view, narrowing.where, one) }
    }),
  }))
  const isAway = (await cookies()).get(firstStepsCookie)?.value === member.organizationKey
  const isBeginning = !isNarrowed(narrowing) && !isAway && newest.items.length < firstAnswers
  const beginning = isBeginning ? await readBeginning(organizationId, newest.items.length, touchpointCount) : undefined
  const rates =
    !beginning || beginning.hasAnswer ? getRates({ organizationId, timeZone, ...narrowing, period, comparedWith }) : null
  const ownKeys = ownOnScreen(definitions)
  const screenOf = (key: string): string => listHref(`/analysis/metrics/${key}`, view, {})
  const spread = ownKeys.length > 0 ? findSpreadMetrics(organizationId) : Promise.resolve([])
  const screens = spread.then((keys) => Object.fromEntries(keys.map((key) => [key, screenOf(key)])))
  const listed = Object.fromEntries(
    [...headlines.metrics.map(({ metric }) => metric), ...ownKeys].map((metric) => [metric, { href: answersTo(metric), period }]),
  )
  const [comparisons, numbers] = [judged.then((all) => all.comparisons), judged.then((all) => all.own)]
  // Whoever shows them says what went wrong; a screen of first steps never asks.
  for (const one of [judged, comparisons, numbers, screens]) one.catch(() => {})
  const said = [daysInWords(await getFormatter(), period), ...(await filtersInWords(organizationId, narrowing))]
  const isWithoutHeadlines = headlines.metrics.every((one) => isSilent(one) && isSilent({ summary: one.previous }))
  const heard = isWithoutHeadlines ? numbers.then(({ views }) => views.filter((one) => !isSilent(one))) : Promise.resolve([])
  heard.catch(() => {})
  const cards = headlines.metrics.map((headline) => (
    <HeadlineCard key={headline.metric} headline={headline} comparisons={comparisons} answers={answersTo(headline.metric)} />
  ))
  const distribution = <DistributionCard distributions={linked} screens={screens} />
  const ownCard = (isHeadline: boolean) => (
    <Suspense fallback={<Card title={own('title')}>{null}</Card>}>
      <OwnMetricsCard judged={judged} hrefOf={screenOf} answersOf={answersTo} isHeadline={isHeadline} />
    </Suspense>
  )
  return (
    <>
      {headlines.source === 'responses' && <p className={filters.source}>{words('fromResponses')}</p>}
      {beginning && <FirstSteps beginning={beginning} mayDesign={can(member.role, 'programme.write')} />}
      {rates && (
        <div className={classes.grid}>
          <OwnInPlace heard={heard} own={<div className={classes.ownFirst}>{ownCard(true)}</div>}>
            {cards}
          </OwnInPlace>
          <LoopCard loop={loop} isNarrowed={isNarrowed(narrowing)} />
          <div className={classes.wide}>
            <PictureLines lines={said}>
              <TrendCard headlines={headlines} numbers={numbers} answers={listed} />
            </PictureLines>
          </div>
          <div className={classes.side}>
            <Suspense fallback={<Card title={t('changes.title')}>{null}</Card>}>
              <JudgedChanges judged={judged} hrefOf={narrowedTo} locale={locale} />
            </Suspense>
          </div>
          <div className={classes.wide}>
            <PictureLines lines={said}>
              <OwnInPlace
                heard={heard}
                own={
                  <FirstDistribution
                    {...{ heard, spread, locale, organizationId, narrowing, period, view }}
                    reading={newReading(reading)}
                    otherwise={distribution}
                  />
                }
              >
                {distribution}
              </OwnInPlace>
            </PictureLines>
          </div>
          <div className={classes.side}>
            <Suspense fallback={<Card title={t('rates.title')}>{null}</Card>}>
              <RatesCard rates={rates} />
            </Suspense>
          </div>
          {ownKeys.length > 0 && (
            <OwnInPlace heard={heard} own={null}>
              <div className={classes.own}>{ownCard(false)}</div>
            </OwnInPlace>
          )}
          <div className={classes.wide}>
            <Suspense fallback={<Card title={t('byTouchpoint')}>{null}</Card>}>
              <ScoredTouchpoints scored={found.touchpoints} only={view.touchpoint} locale={locale} answersOf={answersAt} />
            </Suspense>
          </div>
          <div className={classes.side}>
            <NewestCard
              responses={newest.items}
              hidden={newest.hidden}
              locale={locale}
              all={listHref('/responses', pickNarrowing(view), {})}
            />
          </div>
        </div>
      )}
    </>
  )
}
