import type { Comparison } from '../analysis/compare-sums'
import { bucketsOf, type Interval, type Period, readableInterval } from '../analysis/period'
import type { Summary } from '../analysis/summarize'
import type { DaySums, TrendPoint } from '../analysis/trend'
import type { MetricKind } from '../score/score'
import type { Defined } from './definition'
import { type PartScore, scoreParts } from './index-score'
import { comparisonOf, limitsOf, type MeasuredSums, pointsOf, shownAs, summaryOf, sumsOfRows } from './number-of'
import type { Reading } from './reading'

/** A metric in a period beside another one; for an index with its parts. */
export type MetricView = {
  key: string
  defined: Defined
  /** how its numbers are written: a share as CSAT, an index as a mean */
  shownAs: MetricKind
  /** the ends of its values, where they have ends */
  limits: { from: number; to: number } | null
  summary: Summary
  previous: Summary
  comparison: Comparison | null
  interval: Interval
  points: TrendPoint[]
  previousPoints: TrendPoint[]
  parts: PartScore[] | null
}

type Rows = readonly (MeasuredSums & DaySums)[]
type Beside = { period: Period; rows: Rows; comparedWith: Period; rowsBefore: Rows }

/** A metric's view from the sums of two periods' days. */
export const viewOf = (defined: Defined, reading: Reading, { period, rows, comparedWith, rowsBefore }: Beside): MetricView => {
  const [now, before] = [sumsOfRows(rows), sumsOfRows(rowsBefore)]
  const interval = readableInterval(period)
  return {
    key: defined.key,
    defined,
    shownAs: shownAs(reading),
    limits: limitsOf(reading),
    summary: summaryOf(reading, now),
    previous: summaryOf(reading, before),
    comparison: comparisonOf(reading, now, before),
    interval,
    points: pointsOf(reading, rows, bucketsOf(period, interval), interval),
    previousPoints: pointsOf(reading, rowsBefore, bucketsOf(comparedWith, interval), interval),
    parts: 'parts' in reading ? scoreParts(reading.parts, now) : null,
  }
}
