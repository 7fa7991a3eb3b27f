import type { MetricKind } from '../score/score'
import type { Day } from './calendar'
import { bucketStart, bucketsOf, type Interval, type Period } from './period'
import { addSums, noSums, type Summary, type Sums, summarize } from './summarize'

export type DaySums = Sums & { day: Day }

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
    const start = bucketStart(day.day, interval)
    sums.set(start, addSums(sums.get(start) ?? noSums, day))
  }
  return bucketsOf(period, interval).map((start) => {
    const { n, value, low, high } = summarize(kind, sums.get(start) ?? noSums, least)
    return { start, n, value, low, high }
  })
}

/** All days of a period added up. */
export const totalOf = (days: readonly DaySums[], period: Period): Sums =>
  days.filter(({ day }) => day >= period.from && day <= period.to).reduce<Sums>(addSums, noSums)
