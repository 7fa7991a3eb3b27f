import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import { findResponses, type ResponsePage } from '@/pipeline/analyze/find-responses'
import { type Changes, getChanges } from '@/pipeline/analyze/get-changes'
import { type Distribution, getDistributions } from '@/pipeline/analyze/get-distributions'
import { getHeadlines, type Headlines } from '@/pipeline/analyze/get-headlines'
import { newestOnOverview } from '@/pipeline/analyze/get-live-figures'
import { getLoopFigures, type Loop } from '@/pipeline/analyze/get-loop-figures'
import { getOwnMetrics, hasSlowMetrics, type OwnMetrics } from '@/pipeline/analyze/get-own-metrics'
import type { newReading } from '@/pipeline/analyze/new-reading'
import { type ScoredTouchpoint, scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'

/** What is told once all comparisons of the screen are judged together: `comparisons` by metric, and the organization's own metrics. */
export type Judged = {
  comparisons: Readonly<Record<string, Comparison | null>>
  changes: Pick<Changes, 'moves' | 'compared'>
  own: OwnMetrics
}

/** `judged` and `touchpoints` come after the rest where metrics of one's own are counted answer by answer; else they are here with it. */
export type Overview = {
  headlines: Headlines
  loop: Loop
  distributions: Distribution[]
  newest: ResponsePage
  touchpoints: Promise<ScoredTouchpoint[] | Failure>
  judged: Promise<Judged | Failure>
}
type Asked = {
  organizationId: string
  timeZone: string
  narrowing: Narrowing
  period: Period
  comparedWith: Period
  now: Date
  reading: ReturnType<typeof newReading>
}

const judge = async (asked: Asked, reading: Promise<Headlines | Failure>): Promise<Judged | Failure> => {
  const { organizationId, narrowing, period, comparedWith } = asked
  const filter = { organizationId, ...narrowing, reading: asked.reading, period, comparedWith }
  const [own, headlines] = await Promise.all([getOwnMetrics(filter), reading])
  if (isFailure(headlines)) return headlines
  if (isFailure(own)) return own
  const beside = [
    ...headlines.metrics.map(({ metric, comparison }) => ({ key: metric, comparison })),
    ...own.views.map(({ key, comparison }) => ({ key, comparison })),
  ]
  const changes = await getChanges(
    filter,
    beside.map(({ comparison }) => comparison),
  )
  if (isFailure(changes)) return changes
  const { moves, compared, onScreen } = changes
  const comparisons = Object.fromEntries(beside.map(({ key }, at) => [key, onScreen[at] ?? null]))
  return { comparisons, changes: { moves, compared }, own }
}

const readAll = async (asked: Asked, later: Promise<unknown>[]): Promise<Overview | Failure> => {
  const { organizationId, timeZone, period, comparedWith, now, reading } = asked
  const narrowed = { organizationId, ...asked.narrowing }
  const filter = { ...narrowed, reading }
  const heading = getHeadlines({ ...filter, period, comparedWith })
  const [judged, touchpoints] = [judge(asked, heading), scoreTouchpoints({ ...filter, ...period })]
  later.push(judged, touchpoints)
  const [headlines, distributions, newest, loop, isSlow] = await Promise.all([
    heading,
    getDistributions({ ...filter, period }),
    findResponses({ ...narrowed, timeZone, limit: newestOnOverview }),
    getLoopFigures(organizationId, timeZone, period, now),
    hasSlowMetrics({ ...narrowed, period, comparedWith }),
  ])
  if (isFailure(headlines)) return headlines
  if (isFailure(distributions)) return distributions
  if (isFailure(newest)) return newest
  const found = { headlines, loop, distributions, newest, touchpoints, judged }
  if (isSlow) return found
  const [all, scored] = await Promise.all([judged, touchpoints])
  if (isFailure(all)) return all
  return isFailure(scored) ? scored : found
}

/** All that the overview shows, at once or as soon as it can be told; `too_slow` where the filter asks for more than can be looked at in time. */
export const readOverview = (asked: Asked): Promise<Overview | Failure> => {
  const later: Promise<unknown>[] = []
  return readAll(asked, later).finally(() => {
    // Whoever shows them says what went wrong.
    void Promise.allSettled(later).then(() => asked.reading.progress.end())
  })
}
