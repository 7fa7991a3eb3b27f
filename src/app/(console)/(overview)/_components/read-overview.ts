import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import { findResponses, type ResponseRow } from '@/pipeline/analyze/find-responses'
import { type Changes, getChanges } from '@/pipeline/analyze/get-changes'
import { type Distribution, getDistributions } from '@/pipeline/analyze/get-distributions'
import { getHeadlines, type Headlines } from '@/pipeline/analyze/get-headlines'
import { newestOnOverview } from '@/pipeline/analyze/get-live-figures'
import { getLoopFigures, type Loop } from '@/pipeline/analyze/get-loop-figures'
import type { newReading } from '@/pipeline/analyze/new-reading'
import { type ScoredTouchpoint, scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'

export type Overview = {
  headlines: Headlines
  changes: Pick<Changes, 'moves' | 'compared'>
  loop: Loop
  distributions: Distribution[]
  touchpoints: ScoredTouchpoint[]
  newest: ResponseRow[]
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

const readAll = async (asked: Asked): Promise<Overview | Failure> => {
  const { organizationId, timeZone, period, comparedWith, now, reading } = asked
  const narrowed = { organizationId, ...asked.narrowing }
  const filter = { ...narrowed, reading }
  const [headlines, distributions, touchpoints, newest, loop] = await Promise.all([
    getHeadlines({ ...filter, period, comparedWith }),
    getDistributions({ ...filter, period }),
    scoreTouchpoints({ ...filter, ...period }),
    findResponses({ ...narrowed, timeZone, limit: newestOnOverview }),
    getLoopFigures(organizationId, timeZone, period, now),
  ])
  if (isFailure(headlines)) return headlines
  if (isFailure(distributions)) return distributions
  if (isFailure(touchpoints)) return touchpoints
  if (isFailure(newest)) return newest
  const beside = headlines.metrics.map(({ comparison }) => comparison)
  const changes = await getChanges({ ...filter, period, comparedWith }, beside)
  if (isFailure(changes)) return changes
  const metrics = headlines.metrics.map((headline, at) => ({ ...headline, comparison: changes.onScreen[at] ?? null }))
  return { headlines: { ...headlines, metrics }, changes, loop, distributions, touchpoints, newest: newest.items }
}

/** All that the overview shows, at once; `too_slow` where the filter asks for more than can be looked at in time. */
export const readOverview = (asked: Asked): Promise<Overview | Failure> =>
  readAll(asked).finally(() => asked.reading.progress.end())
