import { type Standing, standingOf } from '@/domain/analysis/standard'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { headlineMetrics, kindOfMetric } from '@/domain/score/metric-kind'
import type { MetricKind } from '@/domain/score/score'
import type { RollupFilter } from '@/store/reports/rollup-filter'
import { sumRollupsByTouchpoint } from '@/store/reports/sum-rollups-by-touchpoint'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

export type ScoredTouchpoint = PlacedTouchpoint & {
  /** null where nobody has answered in the period */
  score: { metric: string; kind: MetricKind; summary: Summary } | null
  standing: Standing | null
}

/** Every touchpoint with its score in a period: on the metric of its standard, else on the headline metric with the most answers; `too_slow` as `getHeadlines`. */
export const scoreTouchpoints = async (filter: Omit<RollupFilter, 'metrics'>): Promise<ScoredTouchpoint[] | Failure> => {
  const touchpoints = await listTouchpointsWithStage(filter.organizationId)
  const metrics = [...new Set([...headlineMetrics, ...touchpoints.flatMap(({ standardMetric }) => standardMetric ?? [])])]
  const rows = await sumRollupsByTouchpoint({ ...filter, metrics })
  if (isFailure(rows)) return rows
  return touchpoints.map((touchpoint) => {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    const headlines = own.filter(({ metric }) => (headlineMetrics as readonly string[]).includes(metric))
    const row = own.find(({ metric }) => metric === touchpoint.standardMetric) ?? headlines.sort((a, b) => b.n - a.n)[0]
    if (!row) return { ...touchpoint, score: null, standing: null }
    const kind = kindOfMetric(row.metric)
    const summary = summarize(kind, row)
    const isOnStandard = row.metric === touchpoint.standardMetric && touchpoint.standardTarget !== null
    return {
      ...touchpoint,
      score: { metric: row.metric, kind, summary },
      standing: isOnStandard ? standingOf(kind, summary, touchpoint.standardTarget ?? 0) : null,
    }
  })
}
