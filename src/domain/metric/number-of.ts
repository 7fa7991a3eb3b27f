import type { Day } from '../analysis/calendar'
import { type Comparison, compareSums } from '../analysis/compare-sums'
import type { Interval } from '../analysis/period'
import { addSums, noSums, type Summary, type Sums, summarize } from '../analysis/summarize'
import { type DaySums, inBuckets, type TrendPoint } from '../analysis/trend'
import type { MetricKind } from '../score/score'
import { compareIndex, type SumsOf, summarizeIndex } from './index-score'
import { measuresOf, type Reading } from './reading'

/** Sums of one measure; `metric` is the measure's key. */
export type MeasuredSums = Sums & { metric: string }

/** How a metric's numbers are written: a share of one's own as CSAT is, an index as a mean. */
export const shownAs = (reading: Reading): MetricKind => ('parts' in reading ? 'mean' : reading.measure.shownAs)

/** The ends of a metric's values, where they have ends. */
export const limitsOf = (reading: Reading): { from: number; to: number } | null =>
  'parts' in reading ? { from: 0, to: 100 } : reading.measure.ends

/** How far a metric can move, so that moves of several metrics can be put in order; four standard deviations where its values have no ends. */
export const reachOf = (reading: Reading, sumsOf: SumsOf): number => {
  const ends = limitsOf(reading)
  if (ends) return ends.to - ends.from
  const { n, sum, sumSquares } = 'parts' in reading ? noSums : sumsOf(reading.measure.key)
  return n > 1 ? 4 * Math.sqrt(Math.max(0, (sumSquares - sum ** 2 / n) / (n - 1))) || 1 : 1
}

/** How many answers a metric has: of an index, those of the part with the fewest. Far cheaper than its summary. */
export const countOf = (reading: Reading, sumsOf: SumsOf): number =>
  Math.min(...measuresOf(reading).map(({ key }) => Math.max(0, sumsOf(key).n)))

export const summaryOf = (reading: Reading, sumsOf: SumsOf): Summary =>
  'parts' in reading
    ? summarizeIndex(reading.parts, sumsOf, reading.least)
    : summarize(reading.measure.kind, sumsOf(reading.measure.key), reading.measure.least)

export const comparisonOf = (reading: Reading, now: SumsOf, before: SumsOf): Comparison | null => {
  if ('parts' in reading) return compareIndex(reading.parts, now, before, reading.least)
  const { key, kind, least } = reading.measure
  return compareSums(kind, now(key), before(key), { least })
}

/** All rows of each measure added up. */
export const sumsOfRows = (rows: readonly MeasuredSums[]): SumsOf => {
  const sums = new Map<string, Sums>()
  for (const row of rows) sums.set(row.metric, addSums(sums.get(row.metric) ?? noSums, row))
  return (key) => sums.get(key) ?? noSums
}

/** A metric's trend, a point for each of the buckets that begin on `starts`; `day` of a row may be its bucket's first. */
export const pointsOf = (
  reading: Reading,
  rows: readonly (MeasuredSums & DaySums)[],
  starts: readonly Day[],
  interval: Interval,
): TrendPoint[] => {
  const buckets = new Map<string, MeasuredSums[]>()
  const own = new Set(measuresOf(reading).map(({ key }) => key))
  for (const row of rows) {
    if (!own.has(row.metric)) continue
    for (const { start, sums } of inBuckets(row, interval)) {
      const bucket = buckets.get(start) ?? []
      buckets.set(start, bucket)
      bucket.push({ ...sums, metric: row.metric })
    }
  }
  return starts.map((start) => {
    const { counts: _, ...summary } = summaryOf(reading, sumsOfRows(buckets.get(start) ?? []))
    return { start, ...summary }
  })
}
