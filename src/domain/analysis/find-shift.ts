import type { MetricKind } from '../score/score'
import type { Day } from './calendar'
import { ewmaChart } from './ewma-chart'
import { addSums, noSums, type Sums } from './summarize'
import type { DaySums } from './trend'

/** Since when a metric has stood elsewhere than before, and still does. */
export type Shift = { since: Day; direction: 'rise' | 'fall' }

const lambda = 0.3
/** How many days an average with this weight remembers, in effect. */
const memory = (2 - lambda) / lambda

/** Under these there is too little to tell a shift from chance. */
const fewestDays = 8
const fewestAnswers = 30

/** Mean and variance of single answers, NPS as −1, 0 and 1. */
const momentsOf = (kind: MetricKind, { n, low, high, sum, sumSquares }: Sums): { mean: number; variance: number } => {
  if (kind === 'nps') {
    const mean = (high - low) / n
    return { mean, variance: (high + low) / n - mean ** 2 }
  }
  if (kind === 'csat') {
    const mean = high / n
    return { mean, variance: mean * (1 - mean) }
  }
  const mean = sum / n
  return { mean, variance: n > 1 ? Math.max(0, (sumSquares - n * mean ** 2) / (n - 1)) : 0 }
}

/**
 * σ_z of Laney's charts (2002): how much wider than chance alone days scatter, from the differences of neighbouring z.
 * Never under 1: a calm stretch doesn't make the next one a surprise.
 */
export const scatterOf = (z: readonly number[]): number => {
  let sum = 0
  for (const [at, value] of z.entries()) if (at > 0) sum += Math.abs(value - (z[at - 1] ?? value))
  return z.length < 2 ? 1 : Math.max(1, sum / (z.length - 1) / 1.128)
}

const answered = (days: readonly DaySums[]): DaySums[] =>
  days.filter(({ n }) => n > 0).toSorted((a, b) => (a.day < b.day ? -1 : 1))

/** The likeliest first day of a step up to the last of these days (Samuel, Pignatiello and Calvin 1998): where Σn·d̄² behind it is greatest. */
const likeliestStart = (days: readonly { n: number; distance: number }[]): number => {
  let [n, sum, best, start] = [0, 0, 0, 0]
  for (let at = days.length - 1; at >= 0; at -= 1) {
    const day = days[at]
    if (!day) continue
    n += day.n
    sum += day.n * day.distance
    if (sum ** 2 / n >= best) [best, start] = [sum ** 2 / n, at]
  }
  return start
}

/**
 * Looks for a lasting shift among `watched` days against `baseline` days: an EWMA of each day's distance from the baseline's
 * mean in errors of a day of its size, widened by the scatter between days and by what the baseline itself doesn't know.
 * Null where it stayed within its limits or has come back, or where there is too little to say.
 */
export const findShift = (kind: MetricKind, baseline: readonly DaySums[], watched: readonly DaySums[]): Shift | null => {
  const [before, now] = [answered(baseline), answered(watched)]
  const total = before.reduce<Sums>(addSums, noSums)
  const watchedTotal = now.reduce((sum, { n }) => sum + n, 0)
  if (before.length < fewestDays || now.length === 0 || total.n < fewestAnswers || watchedTotal < fewestAnswers) return null
  const { mean, variance } = momentsOf(kind, total)
  if (variance === 0) return null
  const distanceOf = (day: DaySums): number => momentsOf(kind, day).mean - mean
  const zOf = (day: DaySums): number => distanceOf(day) / Math.sqrt(variance / day.n)
  const unknown = Math.sqrt(1 + (memory * (watchedTotal / now.length)) / total.n)
  const points = ewmaChart(now.map(zOf), { target: 0, sigma: scatterOf(before.map(zOf)) * unknown, lambda })
  const signal = points.findLastIndex(({ isOut }) => isOut)
  const value = points[signal]?.value
  const last = points.at(-1)
  // What has come back to where it was is over: its average stands within half its limits again, or beyond on the other side.
  if (value === undefined || !last || last.value * Math.sign(value) < last.high / 2) return null
  const start = likeliestStart(now.slice(0, signal + 1).map((day) => ({ n: day.n, distance: distanceOf(day) })))
  return { since: now[start]?.day ?? '', direction: value > 0 ? 'rise' : 'fall' }
}
