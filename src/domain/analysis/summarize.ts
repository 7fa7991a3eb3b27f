import type { MetricKind } from '../score/score'
import { meanInterval, npsInterval, wilson } from './interval'

/** The added-up columns of some rollups. `hidden`: there are anonymous answers besides, which are not told under this threshold. */
export type Sums = {
  n: number
  low: number
  middle: number
  high: number
  sum: number
  sumSquares: number
  hidden?: number | undefined
}

/**
 * A group on a metric. `value` is −100 … 100 for NPS, 0 … 1 for CSAT (the share satisfied), in the scale for means;
 * null where there is nothing to say (n = 0, or fewer than the definition shows a number from), as are bounds that n can't give.
 */
export type Summary = {
  n: number
  value: number | null
  low: number | null
  high: number | null
  counts: Readonly<Record<string, number>>
  /** with n 0, nothing is told; else some answers aren't counted: anonymous ones that are fewer than this in their group */
  hidden?: number
}

const boxNames: Record<Exclude<MetricKind, 'mean'>, readonly [high: string, middle: string, low: string]> = {
  nps: ['promoter', 'passive', 'detractor'],
  csat: ['satisfied', 'neutral', 'dissatisfied'],
  ces: ['satisfied', 'neutral', 'dissatisfied'],
  sentiment: ['positive', 'neutral', 'negative'],
}

const countsOf = (kind: MetricKind, { low, middle, high }: Sums): Record<string, number> => {
  if (kind === 'mean') return {}
  const [highName, middleName, lowName] = boxNames[kind]
  return { [highName]: high, [middleName]: middle, [lowName]: low }
}

const summarizeShown = (kind: MetricKind, sums: Sums, least: number): Summary => {
  const counts = countsOf(kind, sums)
  const n = Math.max(0, sums.n)
  if (n < Math.max(1, least)) return { n, value: null, low: null, high: null, counts }
  if (kind === 'nps') {
    const { value, low, high } = npsInterval(sums.high, sums.low, n)
    return { n, value: value * 100, low: low * 100, high: high * 100, counts }
  }
  if (kind === 'csat') return { n, ...wilson(sums.high, n), counts }
  return { n, ...meanInterval(n, sums.sum, sums.sumSquares), counts }
}

/** `least`: from how many answers on the number is shown. */
export const summarize = (kind: MetricKind, sums: Sums, least = 1): Summary => {
  const summary = summarizeShown(kind, sums, least)
  return sums.hidden === undefined ? summary : { ...summary, hidden: sums.hidden }
}

export const noSums: Sums = { n: 0, low: 0, middle: 0, high: 0, sum: 0, sumSquares: 0 }

/** Whether there are answers that are not told, and no others. */
export const isSuppressed = ({ n, hidden }: Pick<Summary, 'n' | 'hidden'>): boolean => n <= 0 && hidden !== undefined

/** Adds to sums that nobody else has: thousands of cells for a screen. */
export const addTo = (sums: Sums, more: Sums): void => {
  sums.n += more.n
  sums.low += more.low
  sums.middle += more.middle
  sums.high += more.high
  sums.sum += more.sum
  sums.sumSquares += more.sumSquares
  if (sums.hidden === undefined && more.hidden !== undefined) sums.hidden = more.hidden
}

export const addSums = (a: Sums, b: Sums): Sums => {
  const sums: Sums = {
    n: a.n + b.n,
    low: a.low + b.low,
    middle: a.middle + b.middle,
    high: a.high + b.high,
    sum: a.sum + b.sum,
    sumSquares: a.sumSquares + b.sumSquares,
  }
  const hidden = a.hidden ?? b.hidden
  if (hidden !== undefined) sums.hidden = hidden
  return sums
}

/** How each default metric is defined, shown beside its numbers. */
export const definitionOf: Record<MetricKind, string> = {
  nps: 'Share of promoters (9–10) minus share of detractors (0–6), times 100; adjusted Wald interval, 95 %',
  csat: 'Share of 4 and 5 of 5 (top-2 box); Wilson interval, 95 %',
  ces: 'Mean of 1–7, high is easy; t interval, 95 %',
  sentiment: 'Mean sentiment of comments, −1 to 1; t interval, 95 %',
  mean: 'Mean; t interval, 95 %',
}
