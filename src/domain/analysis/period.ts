import { addDays, type Day, daysBetween, isDay, weekday } from './calendar'

/** Whole days, both ends included. */
export type Period = { from: Day; to: Day }

export const intervals = ['day', 'week', 'month'] as const
export type Interval = (typeof intervals)[number]

/** The last `days` days, today included. */
export const lastDays = (today: Day, days: number): Period => ({ from: addDays(today, 1 - days), to: today })

export const lengthInDays = (period: Period): number => daysBetween(period.from, period.to) + 1

/** The period of the same length that ends the day before: what a period is compared with. */
export const previousPeriod = (period: Period): Period => ({
  from: addDays(period.from, -lengthInDays(period)),
  to: addDays(period.from, -1),
})

/** The first day of the bucket that a day falls in. Weeks start on Monday (0) unless said otherwise. */
export const bucketStart = (day: Day, interval: Interval, weekStartsOn = 0): Day => {
  if (interval === 'month') return `${day.slice(0, 7)}-01`
  if (interval === 'day') return day
  const past = (weekday(day) - weekStartsOn + 7) % 7
  return past === 0 ? day : addDays(day, -past)
}

const nextBucket = (start: Day, interval: Interval): Day => {
  if (interval === 'day') return addDays(start, 1)
  if (interval === 'week') return addDays(start, 7)
  return bucketStart(addDays(start, 31), 'month')
}

/** The last day of the bucket that begins with a day. */
export const lastDayOf = (start: Day, interval: Interval): Day => addDays(nextBucket(start, interval), -1)

/** First days of all buckets that a period touches, in order, those without answers too. */
export const bucketsOf = (period: Period, interval: Interval, weekStartsOn = 0): Day[] => {
  const starts: Day[] = []
  for (let start = bucketStart(period.from, interval, weekStartsOn); start <= period.to; start = nextBucket(start, interval)) {
    starts.push(start)
  }
  return starts
}

/** An interval that gives a trend a readable number of points: at most about 31 days, 26 weeks, or months. */
export const readableInterval = (period: Period): Interval => {
  const days = lengthInDays(period)
  if (days <= 31) return 'day'
  return days <= 190 ? 'week' : 'month'
}

/** An interval for a small trend beside many others: a few points, each of enough answers to mean something. */
export const sparkInterval = (period: Period): Interval => {
  const days = lengthInDays(period)
  if (days <= 14) return 'day'
  return days <= 100 ? 'week' : 'month'
}

/** The periods that have a name in an address. */
export const namedPeriods = { '7d': 7, '30d': 30, '90d': 90, '365d': 365 } as const
export type NamedPeriod = keyof typeof namedPeriods

const longestDays = 3660

/** The period that an address asks for; an impossible custom one falls back to 30 days. */
export const resolvePeriod = (
  asked: { period: NamedPeriod | 'custom'; from?: string | null; to?: string | null },
  today: Day,
): Period => {
  if (asked.period !== 'custom') return lastDays(today, namedPeriods[asked.period])
  const { from, to } = asked
  const isPossible = from && to && isDay(from) && isDay(to) && from <= to && daysBetween(from, to) < longestDays
  return isPossible ? { from, to } : lastDays(today, namedPeriods['30d'])
}

/** What a period can be compared with: the one before it, the same days a year earlier, or days of one's own. */
export const comparisons = ['previous', 'year', 'custom'] as const
export type ComparisonName = (typeof comparisons)[number]

const yearBefore = (day: Day): Day => {
  const [year = 0, rest = ''] = [Number(day.slice(0, 4)) - 1, day.slice(4)]
  const before = `${String(year).padStart(4, '0')}${rest}`
  // 29 February has no day of its own in the year before.
  return isDay(before) ? before : `${before.slice(0, 8)}28`
}

/** The period that an address compares with; an impossible one of one's own falls back to the one before. */
export const resolveComparison = (
  asked: { compare: ComparisonName; compareFrom?: string | null; compareTo?: string | null },
  period: Period,
): Period => {
  if (asked.compare === 'year') return { from: yearBefore(period.from), to: yearBefore(period.to) }
  const { compareFrom: from, compareTo: to } = asked
  const isPossible = asked.compare === 'custom' && from && to && isDay(from) && isDay(to) && from <= to
  return isPossible && daysBetween(from, to) < longestDays ? { from, to } : previousPeriod(period)
}
