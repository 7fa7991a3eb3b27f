import type { MetricKind } from '../score/score'
import type { Day } from './calendar'
import { bucketStart, bucketsOf, type Interval, type Period } from './period'
import { addSums, noSums, type Summary, type Sums, summarize } from './summarize'

/** `since`: answers of several days up to `day` that are only told together, since any fewer would be under the `threshold`. */
export type DaySums = Sums & { day: Day; since?: Day | undefined; threshold?: number | undefined }

/** Some days' sums in the bucket that they fall in; what reaches over several can be told in none of them. */
export const inBuckets = (row: DaySums, interval: Interval): { start: Day; sums: Sums }[] => {
  const { since = row.day, day, threshold = 1 } = row
  const start = bucketStart(since, interval)
  if (since === day || bucketStart(day, interval) === start) return [{ start, sums: row }]
  return bucketsOf({ from: since, to: day }, interval).map((at) => ({ start: at, sums: { ...noSums, hidden: threshold } }))
}

/** One bucket of a trend; a bucket without answers has n 0 and no value. */
export type TrendPoint = { start: Day } & Omit<Summary, 'counts'>

/** Days folded into the buckets of a period, every bucket present. Days outside the period don't count. */
export const trendOf = (
  kind: MetricKind,
  days: readonly DaySums[],
  period: Period,
  interval: Interval,
  least = 1,
): TrendPoint[] => {
  const sums = new Map<Day, Sums>()
  for (const day of days) {
    if (day.day < period.from || day.day > period.to) continue
    for (const at of inBuckets(day, interval)) sums.set(at.start, addSums(sums.get(at.start) ?? noSums, at.sums))
  }
  return bucketsOf(period, interval).map((start) => {
    const { counts: _, ...summary } = summarize(kind, sums.get(start) ?? noSums, least)
    return { start, ...summary }
  })
}

/** All days of a period added up. */
export const totalOf = (days: readonly DaySums[], period: Period): Sums =>
  days.filter(({ day }) => day >= period.from && day <= period.to).reduce<Sums>(addSums, noSums)
