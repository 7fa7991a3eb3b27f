import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { findCases } from '@/pipeline/act/find-cases'
import { findAlerts } from '@/pipeline/alert/find-alerts'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getExperienceGap } from '@/pipeline/analyze/get-experience-gap'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getMetricSeries, type MetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getRates } from '@/pipeline/analyze/get-rates'
import { newReading } from '@/pipeline/analyze/new-reading'
import type { BoardAsked } from './board'
import { fewAtATime } from './few-at-a-time'

/** How many of a dashboard's questions are asked at once. */
const atOnce = 4
const rows = 8

/** Asks what widgets show: each question once, however many widgets need its answer. */
export const boardReader = ({ organizationId, timeZone, period, comparedWith, now }: BoardAsked) => {
  const inTurn = fewAtATime(atOnce)
  const asked = new Map<string, Promise<unknown>>()
  const once = <T>(question: string, narrowing: unknown, ask: () => Promise<T>): Promise<T> => {
    const key = `${question} ${JSON.stringify(narrowing)}`
    const known = asked.get(key) as Promise<T> | undefined
    const answer = known ?? inTurn(ask)
    asked.set(key, answer)
    return answer
  }
  const spans = { period, comparedWith }
  const reading = newReading()
  return {
    metric: (narrowing: Narrowing, key: string) =>
      once(`metric ${key}`, narrowing, () => getMetric({ organizationId, ...narrowing, ...spans, key, reading })),
    distributions: (narrowing: Narrowing) =>
      once('distributions', narrowing, () => getDistributions({ organizationId, ...narrowing, period, reading })),
    changes: (narrowing: Narrowing, beside: readonly (Comparison | null)[]) =>
      inTurn(() => getChanges({ organizationId, ...narrowing, ...spans, reading }, beside)),
    rates: (narrowing: Narrowing) =>
      once('rates', narrowing, () => getRates({ organizationId, timeZone, ...narrowing, ...spans })),
    newest: (narrowing: Narrowing) =>
      once('newest', narrowing, () => findResponses({ organizationId, ...narrowing, timeZone, limit: rows })),
    map: (narrowing: Narrowing) =>
      once('map', narrowing, () =>
        getJourneyMap({
          organizationId,
          now: { narrowing, period },
          against: { narrowing, period: comparedWith },
          reading,
        }),
      ),
    series: (narrowing: Narrowing, metric: string, groupBy?: 'touchpoint' | 'channel'): Promise<MetricSeries | Failure> =>
      once(`series ${metric} ${groupBy}`, narrowing, () =>
        getMetricSeries({ organizationId, ...narrowing, ...period, metric, interval: 'all', groupBy }),
      ),
    gap: (survey: string | undefined) =>
      once('gap', survey, () => getExperienceGap({ organizationId, timeZone, period, survey })),
    loop: () => once('loop', null, () => getLoopFigures(organizationId, timeZone, period, now)),
    cases: (touchpoint: string | undefined) =>
      once('cases', touchpoint, () => findCases({ organizationId, limit: rows, isDone: false, touchpoint })),
    alerts: (touchpoint: string | undefined) =>
      once('alerts', touchpoint, () => findAlerts({ organizationId, limit: rows, touchpoint })),
  }
}
export type BoardReader = ReturnType<typeof boardReader>
