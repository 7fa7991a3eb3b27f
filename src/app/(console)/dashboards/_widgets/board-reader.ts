import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Narrowing } from '@/domain/analysis/narrowing'
import { findCases } from '@/pipeline/act/find-cases'
import { findAlerts } from '@/pipeline/alert/find-alerts'
import { findResponses } from '@/pipeline/analyze/find-responses'
import { getBreakdown } from '@/pipeline/analyze/get-breakdown'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getExperienceGap } from '@/pipeline/analyze/get-experience-gap'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { getRates } from '@/pipeline/analyze/get-rates'
import { newReading } from '@/pipeline/analyze/new-reading'
import type { BoardAsked } from './board'
import { fewAtATime } from './few-at-a-time'

/** How many of a dashboard's questions are asked at once. */
const atOnce = 4
const rows = 8

type Reading = ReturnType<typeof newReading>

/**
 * Asks what widgets show: each question once, however many widgets need its answer. The reader is for whoever wants to know, by
 * `progress`, how far the search through single responses is that its own questions need.
 */
export const boardReader = ({ organizationId, timeZone, period, comparedWith, now }: BoardAsked) => {
  const inTurn = fewAtATime(atOnce)
  const whole = newReading()
  const asked = new Map<string, { answer: Promise<unknown>; reading: Reading }>()
  const spans = { period, comparedWith }
  return (progress?: Reading['progress']) => {
    const once = <T>(question: string, narrowing: unknown, ask: (reading: Reading) => Promise<T>): Promise<T> => {
      const key = `${question} ${JSON.stringify(narrowing)}`
      const begin = () => {
        const reading = newReading(whole)
        return { answer: inTurn(() => ask(reading)), reading }
      }
      const known = asked.get(key) ?? begin()
      asked.set(key, known)
      if (progress) known.reading.progress.tellTo(progress)
      return known.answer as Promise<T>
    }
    return {
      metric: (narrowing: Narrowing, key: string) =>
        once(`metric ${key}`, narrowing, (reading) => getMetric({ organizationId, ...narrowing, ...spans, key, reading })),
      distributions: (narrowing: Narrowing) =>
        once('distributions', narrowing, (reading) => getDistributions({ organizationId, ...narrowing, period, reading })),
      ownDistribution: (narrowing: Narrowing, metric: string) =>
        once(`distribution ${metric}`, narrowing, (reading) =>
          getOwnDistribution({ organizationId, ...narrowing, period, metric, reading }),
        ),
      /** `beside`: the comparisons that they are judged with, always the same */
      changes: (narrowing: Narrowing, beside: readonly (Comparison | null)[]) =>
        once('changes', narrowing, (reading) => getChanges({ organizationId, ...narrowing, ...spans, reading }, beside)),
      rates: (narrowing: Narrowing) =>
        once('rates', narrowing, () => getRates({ organizationId, timeZone, ...narrowing, ...spans })),
      newest: (narrowing: Narrowing) =>
        once('newest', narrowing, () => findResponses({ organizationId, ...narrowing, timeZone, limit: rows })),
      map: (narrowing: Narrowing) =>
        once('map', narrowing, (reading) =>
          getJourneyMap({
            organizationId,
            now: { narrowing, period },
            against: { narrowing, period: comparedWith },
            reading,
          }),
        ),
      breakdown: (narrowing: Narrowing, metric: string, by?: 'touchpoint' | 'channel') =>
        once(`breakdown ${metric} ${by}`, narrowing, (reading) =>
          getBreakdown({ organizationId, ...narrowing, period, metric, by, reading }),
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
}
export type BoardReader = ReturnType<ReturnType<typeof boardReader>>
