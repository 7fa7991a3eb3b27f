import type { Day } from '@/domain/analysis/calendar'
import { bucketStart, type Interval } from '@/domain/analysis/period'
import { addSums, definitionOf, noSums, type Summary, type Sums, summarize } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import { kindOfMetric } from '@/domain/score/metric-kind'
import { type GroupBy, metricSums } from '@/store/reports/metric-sums'
import type { RollupFilter } from '@/store/reports/rollup-filter'

export type SeriesPoint = Summary & { start: Day | null; group: string | null }
export type MetricSeries = { metric: string; definition: string; series: SeriesPoint[] }

type Asked = Omit<RollupFilter, 'metrics'> & { metric: string; interval: Interval | 'all'; groupBy?: GroupBy | undefined }

/**
 * A metric over time and by group. With `all` there is one point a group (and one with n 0 where nothing was answered);
 * otherwise one for each bucket that has answers.
 */
export const getMetricSeries = async ({ metric, interval, groupBy, ...filter }: Asked): Promise<MetricSeries | Failure> => {
  const rows = await metricSums({ ...filter, metrics: [metric] }, groupBy)
  if (isFailure(rows)) return rows
  const kind = rows[0]?.kind ?? kindOfMetric(metric)
  const points = new Map<string, { start: Day | null; group: string | null; sums: Sums }>()
  for (const row of rows) {
    const start = interval === 'all' ? null : bucketStart(row.day, interval)
    const key = `${row.group}\u0000${start}`
    const known = points.get(key)
    points.set(key, { start, group: row.group, sums: addSums(known?.sums ?? noSums, row) })
  }
  if (points.size === 0 && interval === 'all' && !groupBy) points.set('', { start: null, group: null, sums: noSums })
  const series = [...points.values()].map(({ start, group, sums }) => ({ start, group, ...summarize(kind, sums) }))
  return { metric, definition: definitionOf[kind], series }
}
