import { type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import { type Interval, type Period, previousPeriod, readableInterval } from '@/domain/analysis/period'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { type TrendPoint, totalOf, trendOf } from '@/domain/analysis/trend'
import { type HeadlineMetric, headlineMetrics } from '@/domain/score/metric-kind'
import type { RollupFilter } from '@/store/reports/rollup-filter'
import { sumRollupsByDay } from '@/store/reports/sum-rollups-by-day'

export type Headline = {
  metric: HeadlineMetric
  summary: Summary
  previous: Summary
  /** null where a side has too few answers */
  comparison: Comparison | null
  points: TrendPoint[]
  /** the period before, bucket by bucket; its first bucket stands under the first of `points` */
  previousPoints: TrendPoint[]
}

export type Headlines = { interval: Interval; period: Period; previousPeriod: Period; metrics: Headline[] }

export type HeadlineFilter = Omit<RollupFilter, 'metrics' | 'from' | 'to'> & { period: Period }

/** NPS, CSAT and CES of a period beside the period of the same length before it, all from one query. */
export const getHeadlines = async ({ period, ...filter }: HeadlineFilter): Promise<Headlines> => {
  const before = previousPeriod(period)
  const interval = readableInterval(period)
  const rows = await sumRollupsByDay({ ...filter, metrics: headlineMetrics, from: before.from, to: period.to })
  const metrics = headlineMetrics.map((metric) => {
    const days = rows.filter((row) => row.metric === metric)
    const [now, then] = [totalOf(days, period), totalOf(days, before)]
    return {
      metric,
      summary: summarize(metric, now),
      previous: summarize(metric, then),
      comparison: compareSums(metric, now, then),
      points: trendOf(metric, days, period, interval),
      previousPoints: trendOf(metric, days, before, interval),
    }
  })
  return { interval, period, previousPeriod: before, metrics }
}
