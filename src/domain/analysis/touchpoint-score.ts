import type { Leasts } from '../metric/cut'
import { headlineMetrics, kindOfMetric } from '../score/metric-kind'
import type { MetricKind } from '../score/score'
import { type Standing, standingOf } from './standard'
import { type Summary, type Sums, summarize } from './summarize'

type Promised = { standardMetric: string | null; standardTarget: number | null }
type MetricSums = Sums & { metric: string }

/** `score` is null where nobody has answered, `standing` where the score isn't on the standard's metric. */
export type TouchpointScore = {
  score: { metric: string; kind: MetricKind; summary: Summary } | null
  standing: Standing | null
}

const isHeadline = (metric: string): boolean => (headlineMetrics as readonly string[]).includes(metric)

/** Of a touchpoint's sums by metric those it is shown by: on its standard's metric, else on the headline metric with the most answers. */
export const pickSums = <Row extends MetricSums>({ standardMetric }: Promised, sums: readonly Row[]): Row | undefined =>
  sums.find(({ metric }) => metric === standardMetric) ??
  sums.filter(({ metric }) => isHeadline(metric)).toSorted((a, b) => b.n - a.n)[0]

/** How a touchpoint stands, by the sums it is shown by. */
export const scoreOf = (
  { standardMetric, standardTarget }: Promised,
  sums: MetricSums | undefined,
  leasts: Leasts = {},
): TouchpointScore => {
  if (!sums) return { score: null, standing: null }
  const { metric } = sums
  const kind = kindOfMetric(metric)
  const summary = summarize(kind, sums, leasts[kind])
  const isOnStandard = metric === standardMetric && standardTarget !== null
  return { score: { metric, kind, summary }, standing: isOnStandard ? standingOf(kind, summary, standardTarget) : null }
}

/** The metrics that touchpoints can be shown by. */
export const metricsOf = (touchpoints: readonly Promised[]): string[] => [
  ...new Set([...headlineMetrics, ...touchpoints.flatMap(({ standardMetric }) => standardMetric ?? [])]),
]
