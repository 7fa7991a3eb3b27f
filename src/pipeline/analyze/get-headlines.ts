import { type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Interval, type Period, previousPeriod, readableInterval } from '@/domain/analysis/period'
import type { Summary } from '@/domain/analysis/summarize'
import type { TrendPoint } from '@/domain/analysis/trend'
import { type Failure, isFailure } from '@/domain/errors'
import type { Defined, StandardDefinition } from '@/domain/metric/definition'
import { type HeadlineMetric, headlineMetrics } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import { getPeriodFigures, type PeriodFilter } from './get-period-figures'

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

export type HeadlineFilter = PeriodFilter & {
  period: Period
  /** what it is compared with; the period of the same length before it unless said otherwise */
  comparedWith?: Period | undefined
}

/** NPS, CSAT and CES of a period beside those of another one; `too_slow` where single responses are asked for and too many fit. */
export const getHeadlines = async ({ period, comparedWith, ...filter }: HeadlineFilter): Promise<Headlines | Failure> => {
  const before = comparedWith ?? previousPeriod(period)
  const interval = readableInterval(period)
  const definitions = await readDefinitions(filter.organizationId)
  const figuresOf = (span: Period) => getPeriodFigures({ filter, period: span, interval, definitions })
  const [now, then] = await Promise.all([figuresOf(period), figuresOf(before)])
  if (isFailure(now)) return now
  if (isFailure(then)) return then
  const metrics = headlineMetrics.map((metric) => {
    const [current, previous, defined] = [now[metric], then[metric], definitions.standard[metric]]
    return {
      metric,
      defined,
      summary: current.summary,
      previous: previous.summary,
      comparison: compareSums(metric, current.sums, previous.sums, { least: defined.definition.least }),
      points: current.points,
      previousPoints: previous.points,
    }
  })
  const source = isKeptInRollups(filter) ? 'rollups' : 'responses'
  return { interval, period, previousPeriod: before, source, metrics }
}
