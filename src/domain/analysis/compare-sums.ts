import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { MetricKind } from '../score/score'
import { adjustedNps, defaultConfidence, wilson } from './interval'
import type { Sums } from './summarize'

/**
 * How a group differs from another, in the units in which the metric is shown (NPS points; shares 0 … 1; the scale).
 * `isSignificant`: the interval of the difference leaves out zero.
 */
export type Comparison = { difference: number; low: number; high: number; isSignificant: boolean }

const between = (difference: number, low: number, high: number): Comparison => ({
  difference,
  low,
  high,
  isSignificant: low > 0 || high < 0,
})

const compareNps = (now: Sums, before: Sums, confidence: number): Comparison => {
  const a = adjustedNps(now.high, now.low, now.n)
  const b = adjustedNps(before.high, before.low, before.n)
  const half = normalQuantile(1 - (1 - confidence) / 2, 0, 1) * Math.hypot(a.standardError, b.standardError)
  const raw = (now.high - now.low) / now.n - (before.high - before.low) / before.n
  const adjusted = a.estimate - b.estimate
  return between(raw * 100, (adjusted - half) * 100, (adjusted + half) * 100)
}

/** Newcombe's hybrid score interval for a difference of two shares (Newcombe 1998, method 10). */
const compareShares = (now: Sums, before: Sums, confidence: number): Comparison => {
  const a = wilson(now.high, now.n, confidence)
  const b = wilson(before.high, before.n, confidence)
  const difference = a.value - b.value
  return between(
    difference,
    difference - Math.hypot(a.value - a.low, b.high - b.value),
    difference + Math.hypot(a.high - a.value, b.value - b.low),
  )
}

const varianceOfMean = ({ n, sum, sumSquares }: Sums): number => Math.max(0, (sumSquares - (sum * sum) / n) / (n - 1)) / n

/** Welch's t interval for a difference of two means, with Satterthwaite's degrees of freedom. */
const compareMeans = (now: Sums, before: Sums, confidence: number): Comparison | null => {
  if (now.n < 2 || before.n < 2) return null
  const a = varianceOfMean(now)
  const b = varianceOfMean(before)
  const difference = now.sum / now.n - before.sum / before.n
  if (a + b === 0) return between(difference, difference, difference)
  const degrees = (a + b) ** 2 / (a ** 2 / (now.n - 1) + b ** 2 / (before.n - 1))
  const half = tQuantile(1 - (1 - confidence) / 2, degrees) * Math.sqrt(a + b)
  return between(difference, difference - half, difference + half)
}

/** Null where one of the two has too few answers to say anything. */
export const compareSums = (kind: MetricKind, now: Sums, before: Sums, confidence = defaultConfidence): Comparison | null => {
  if (now.n < 1 || before.n < 1) return null
  if (kind === 'nps') return compareNps(now, before, confidence)
  if (kind === 'csat') return compareShares(now, before, confidence)
  return compareMeans(now, before, confidence)
}
