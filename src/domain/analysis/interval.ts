import normalQuantile from '@stdlib/stats-base-dists-normal-quantile'
import tQuantile from '@stdlib/stats-base-dists-t-quantile'

/** An estimate with its confidence interval, low ≤ value ≤ high. */
export type Interval = { value: number; low: number; high: number }

export const defaultConfidence = 0.95

const zOf = (confidence: number): number => normalQuantile(1 - (1 - confidence) / 2, 0, 1)

/** Wilson's score interval for a share (Wilson 1927). n > 0. */
export const wilson = (successes: number, n: number, confidence = defaultConfidence): Interval => {
  const z = zOf(confidence)
  const p = successes / n
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return { value: p, low: Math.max(0, Math.min(p, centre - half)), high: Math.min(1, Math.max(p, centre + half)) }
}

/**
 * NPS as a difference of shares, −1 … 1, with the adjusted Wald interval: ¾ more promoters, ¾ more detractors, 3 more
 * in all, as Bonett and Price (2012) do for a difference of paired shares. Widened to hold the raw estimate, which is
 * what is shown. n > 0.
 */
export const npsInterval = (promoters: number, detractors: number, n: number, confidence = defaultConfidence): Interval => {
  const value = (promoters - detractors) / n
  const { estimate, standardError } = adjustedNps(promoters, detractors, n)
  const half = zOf(confidence) * standardError
  return {
    value,
    low: Math.max(-1, Math.min(value, estimate - half)),
    high: Math.min(1, Math.max(value, estimate + half)),
  }
}

/** The adjusted estimate and its standard error, as tests between two groups use them. */
export const adjustedNps = (promoters: number, detractors: number, n: number): { estimate: number; standardError: number } => {
  const p = (promoters + 0.75) / (n + 3)
  const d = (detractors + 0.75) / (n + 3)
  return { estimate: p - d, standardError: Math.sqrt((p + d - (p - d) ** 2) / (n + 3)) }
}

/** Student's t interval for a mean from exact sums; with n = 1 nothing is known of the spread, so there are no bounds. */
export const meanInterval = (
  n: number,
  sum: number,
  sumSquares: number,
  confidence = defaultConfidence,
): { value: number; low: number | null; high: number | null } => {
  const value = sum / n
  if (n < 2) return { value, low: null, high: null }
  const variance = Math.max(0, (sumSquares - (sum * sum) / n) / (n - 1))
  const half = tQuantile(1 - (1 - confidence) / 2, n - 1) * Math.sqrt(variance / n)
  return { value, low: value - half, high: value + half }
}
