import type { Better } from '../metric/better'
import type { SumsOf } from '../metric/index-score'
import { countOf, limitsOf, shownAs, summaryOf } from '../metric/number-of'
import { betterOfReading, type Readings } from '../metric/reading'
import { headlineMetrics } from '../score/metric-kind'
import type { MetricKind } from '../score/score'
import { type Standing, standingOf } from './standard'
import { isSuppressed, type Summary } from './summarize'

type Promised = { standardMetric: string | null; standardTarget: number | null }

/** `limits`: the ends of the metric's values, where they have ends. `score` is null where nobody has answered, `standing` where the score isn't on the standard's metric. */
export type TouchpointScore = {
  score: {
    metric: string
    kind: MetricKind
    better: Better
    limits: { from: number; to: number } | null
    summary: Summary
  } | null
  standing: Standing | null
}

/** The metric that a touchpoint is shown by: its standard's where it has answers, else the headline metric with the most, else one whose answers are hidden; undefined without any. */
export const pickMetric = ({ standardMetric }: Promised, readings: Readings, sumsOf: SumsOf): string | undefined => {
  const count = (metric: string): number => {
    const reading = readings.get(metric)
    return reading ? countOf(reading, sumsOf) : 0
  }
  const isHidden = (metric: string): boolean => {
    const reading = readings.get(metric)
    return reading !== undefined && isSuppressed(summaryOf(reading, sumsOf))
  }
  if (standardMetric !== null && (count(standardMetric) > 0 || isHidden(standardMetric))) return standardMetric
  const [most] = headlineMetrics.filter((metric) => count(metric) > 0).toSorted((a, b) => count(b) - count(a))
  return most ?? headlineMetrics.find(isHidden)
}

/** How a touchpoint stands, on the metric that it is shown by. */
export const scoreOf = (touchpoint: Promised, readings: Readings, sumsOf: SumsOf): TouchpointScore => {
  const { standardMetric, standardTarget } = touchpoint
  const metric = pickMetric(touchpoint, readings, sumsOf)
  const reading = metric === undefined ? undefined : readings.get(metric)
  if (metric === undefined || !reading) return { score: null, standing: null }
  const [kind, better, summary] = [shownAs(reading), betterOfReading(reading), summaryOf(reading, sumsOf)]
  const isOnStandard = metric === standardMetric && standardTarget !== null
  return {
    score: { metric, kind, better, limits: limitsOf(reading), summary },
    standing: isOnStandard ? standingOf(kind, summary, standardTarget, better) : null,
  }
}

/** The metrics that touchpoints can be shown by. */
export const metricsOf = (touchpoints: readonly Promised[]): string[] => [
  ...new Set([...headlineMetrics, ...touchpoints.flatMap(({ standardMetric }) => standardMetric ?? [])]),
]
