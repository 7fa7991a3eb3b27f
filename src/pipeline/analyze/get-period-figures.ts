import { type Interval, type Period, readableInterval } from '@/domain/analysis/period'
import { type Summary, type Sums, summarize } from '@/domain/analysis/summarize'
import { type TrendPoint, totalOf, trendOf } from '@/domain/analysis/trend'
import { type Failure, isFailure } from '@/domain/errors'
import { cutsOf } from '@/domain/metric/cut'
import type { Definitions } from '@/domain/metric/definition'
import { type HeadlineMetric, headlineMetrics } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { RollupFilter } from '@/store/reports/rollup-filter'
import { sumRollupsByDay } from '@/store/reports/sum-rollups-by-day'

export type PeriodFilter = Omit<RollupFilter, 'metrics' | 'from' | 'to' | 'cuts'>

/** A headline metric in one period; `points` by the interval that was asked for. */
export type PeriodFigures = { summary: Summary; sums: Sums; points: TrendPoint[] }

type Asked = {
  filter: PeriodFilter
  period: Period
  /** what one point of the trend holds; what reads best for the period unless said otherwise */
  interval?: Interval
  /** as they stand unless they are known already */
  definitions?: Definitions
}

/** NPS, CSAT and CES of one period; `too_slow` where single responses are asked for and too many fit. */
export const getPeriodFigures = async ({
  filter,
  period,
  interval = readableInterval(period),
  definitions,
}: Asked): Promise<Record<HeadlineMetric, PeriodFigures> | Failure> => {
  const known = definitions ?? (await readDefinitions(filter.organizationId))
  const rows = await sumRollupsByDay({ ...filter, metrics: headlineMetrics, ...period, cuts: cutsOf(known) })
  if (isFailure(rows)) return rows
  const figuresOf = (metric: HeadlineMetric): PeriodFigures => {
    const days = rows.filter((row) => row.metric === metric)
    const { least } = known.standard[metric].definition
    const sums = totalOf(days, period)
    return { sums, summary: summarize(metric, sums, least), points: trendOf(metric, days, period, interval, least) }
  }
  return { nps: figuresOf('nps'), csat: figuresOf('csat'), ces: figuresOf('ces') }
}
