import { type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Interval, type Period, previousPeriod, readableInterval } from '@/domain/analysis/period'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { type TrendPoint, totalOf, trendOf } from '@/domain/analysis/trend'
import { type Failure, isFailure } from '@/domain/errors'
import { cutsOf } from '@/domain/metric/cut'
import type { Defined, StandardDefinition } from '@/domain/metric/definition'
import { type HeadlineMetric, headlineMetrics } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { RollupFilter } from '@/store/reports/rollup-filter'
import { sumRollupsByDay } from '@/store/reports/sum-rollups-by-day'

export type Headline = {
  metric: HeadlineMetric
  /** what it was counted by */
  defined: Defined<StandardDefinition>
  summary: Summary
  previous: Summary
  /** null where a side has too few answers */
  comparison: Comparison | null
  points: TrendPoint[]
  /** the period before, bucket by bucket; its first bucket stands under the first of `points` */
  previousPoints: TrendPoint[]
}

export type Headlines = {
  interval: Interval
  period: Period
  previousPeriod: Period
  /** where the numbers come from: daily sums, or each response that fits, looked at for this question */
  source: 'rollups' | 'responses'
  metrics: Headline[]
}

export type HeadlineFilter = Omit<RollupFilter, 'metrics' | 'from' | 'to' | 'cuts'> & {
  period: Period
  /** what it is compared with; the period of the same length before it unless said otherwise */
  comparedWith?: Period | undefined
}

/** NPS, CSAT and CES of a period beside those of another one; `too_slow` where single responses are asked for and too many fit. */
export const getHeadlines = async ({ period, comparedWith, ...filter }: HeadlineFilter): Promise<Headlines | Failure> => {
  const before = comparedWith ?? previousPeriod(period)
  const interval = readableInterval(period)
  const definitions = await readDefinitions(filter.organizationId)
  const cuts = cutsOf(definitions)
  const sumsOf = (days: Period) => sumRollupsByDay({ ...filter, metrics: headlineMetrics, ...days, cuts })
  const [now, then] = await Promise.all([sumsOf(period), sumsOf(before)])
  if (isFailure(now)) return now
  if (isFailure(then)) return then
  const metrics = headlineMetrics.map((metric) => {
    const ofMetric = (rows: typeof now) => rows.filter((row) => row.metric === metric)
    const [current, previous] = [totalOf(ofMetric(now), period), totalOf(ofMetric(then), before)]
    const defined = definitions.standard[metric]
    const { least } = defined.definition
    return {
      metric,
      defined,
      summary: summarize(metric, current, least),
      previous: summarize(metric, previous, least),
      comparison: compareSums(metric, current, previous, { least }),
      points: trendOf(metric, ofMetric(now), period, interval, least),
      previousPoints: trendOf(metric, ofMetric(then), before, interval, least),
    }
  })
  const source = isKeptInRollups(filter) ? 'rollups' : 'responses'
  return { interval, period, previousPeriod: before, source, metrics }
}
