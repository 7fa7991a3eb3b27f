import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'
import type { MetricKind } from '../score/score'
import { adjustMany } from './adjust-many'
import { adjustedNps, defaultConfidence, wilson } from './interval'
import { pValueOf } from './p-value'
import type { Sums } from './summarize'

/**
 * How a group differs from another, in the units in which the metric is shown (NPS points; shares 0 … 1; the scale).
 * `p`: two-sided, by the same method as the interval. `isSignificant`: p is under what the confidence leaves; where many
 * comparisons stand on one screen, p as adjusted for them (`adjustComparisons`).
 */
export type Comparison = Difference & { p: number; isSignificant: boolean }

type Difference = { difference: number; low: number; high: number }
type Compare = (now: Sums, before: Sums, confidence: number) => Difference | null

const compareNps: Compare = (now, before, confidence) => {
  const a = adjustedNps(now.high, now.low, now.n)
  const b = adjustedNps(before.high, before.low, before.n)
  const half = normalQuantile(1 - (1 - confidence) / 2, 0, 1) * Math.hypot(a.standardError, b.standardError)
  const raw = (now.high - now.low) / now.n - (before.high - before.low) / before.n
  const adjusted = a.estimate - b.estimate
  return { difference: raw * 100, low: (adjusted - half) * 100, high: (adjusted + half) * 100 }
}

/** Newcombe's hybrid score interval for a difference of two shares (Newcombe 1998, method 10). */
const compareShares: Compare = (now, before, confidence) => {
  const a = wilson(now.high, now.n, confidence)
  const b = wilson(before.high, before.n, confidence)
  const difference = a.value - b.value
  return {
    difference,
    low: difference - Math.hypot(a.value - a.low, b.high - b.value),
    high: difference + Math.hypot(a.high - a.value, b.value - b.low),
  }
}

const varianceOfMean = ({ n, sum, sumSquares }: Sums): number => Math.max(0, (sumSquares - (sum * sum) / n) / (n - 1)) / n

/**
 * Welch's t interval for a difference of two means, with Satterthwaite's degrees of freedom. Null where all answers of both are
 * alike: then nothing is known of how they scatter, and two answers would prove anything.
 */
const compareMeans: Compare = (now, before, confidence) => {
  if (now.n < 2 || before.n < 2) return null
  const a = varianceOfMean(now)
  const b = varianceOfMean(before)
  const difference = now.sum / now.n - before.sum / before.n
  if (a + b === 0) return null
  const degrees = (a + b) ** 2 / (a ** 2 / (now.n - 1) + b ** 2 / (before.n - 1))
  const half = tQuantile(1 - (1 - confidence) / 2, degrees) * Math.sqrt(a + b)
  return { difference, low: difference - half, high: difference + half }
}

const methodOf = (kind: MetricKind): Compare => (kind === 'nps' ? compareNps : kind === 'csat' ? compareShares : compareMeans)

/** The difference with its interval at a confidence, without a verdict; null where one of the two has too few answers to say anything. */
export const differenceOf = (kind: MetricKind, now: Sums, before: Sums, confidence: number): Difference | null =>
  now.n < 1 || before.n < 1 ? null : methodOf(kind)(now, before, confidence)

/** Null where one of the two has too few answers to say anything, or under `least`, so that it isn't shown itself. */
export const compareSums = (
  kind: MetricKind,
  now: Sums,
  before: Sums,
  { least = 1, confidence = defaultConfidence }: { least?: number | undefined; confidence?: number } = {},
): Comparison | null => {
  if (Math.min(now.n, before.n) < least) return null
  const difference = differenceOf(kind, now, before, confidence)
  if (!difference) return null
  const p = pValueOf((at) => differenceOf(kind, now, before, at) ?? difference)
  return { ...difference, p, isSignificant: difference.low > 0 || difference.high < 0 }
}

/** Comparisons that stand on one screen, each significant only as far as their number leaves it so (Benjamini–Hochberg). */
export const adjustComparisons = (
  comparisons: readonly (Comparison | null)[],
  confidence = defaultConfidence,
): (Comparison | null)[] => {
  const adjusted = adjustMany(comparisons.flatMap((one) => (one ? [one.p] : [])))
  return comparisons.map((one) => {
    if (!one) return null
    const p = adjusted.shift() ?? 1
    return { ...one, p, isSignificant: p <= 1 - confidence + 1e-9 }
  })
}
