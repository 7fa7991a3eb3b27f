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

/**
 * What a number is put together of: one metric, or the parts of an index. `metric` is the key of its rows, `weight` by how much the
 * number moves where the part moves by one, in the units in which it is shown.
 */
export type ShiftPart = { metric: string; kind: MetricKind; weight: number }

type Rows = readonly (DaySums & { metric: string })[]

/** Mean and variance of single answers, NPS in points. */
const momentsOf = (kind: MetricKind, { n, low, high, sum, sumSquares }: Sums): { mean: number; variance: number } => {
  if (kind === 'nps') {
    const mean = (100 * (high - low)) / n
    return { mean, variance: (10_000 * (high + low)) / n - mean ** 2 }
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

/** What was answered to each part, in their order, from `day` on until each of them has answers. */
type Stretch = { day: Day; sums: Sums[] }

const isWhole = ({ sums }: Stretch): boolean => sums.every(({ n }) => n > 0)

/** Days one after the other; where a part of an index has no answers on one, there is no number of it, and the next days join it until there is. */
const stretchesOf = (parts: readonly ShiftPart[], rows: Rows): Stretch[] => {
  const stretches: Stretch[] = []
  let latest = ''
  for (const row of rows.filter(({ n }) => n > 0).toSorted((a, b) => (a.day < b.day ? -1 : 1))) {
    const at = parts.findIndex(({ metric }) => metric === row.metric)
    if (at < 0) continue
    let last = stretches.at(-1)
    if (!last || (row.day !== latest && isWhole(last))) {
      last = { day: row.day, sums: parts.map(() => noSums) }
      stretches.push(last)
    }
    last.sums[at] = addSums(last.sums[at] ?? noSums, row)
    latest = row.day
  }
  return stretches.filter(isWhole)
}

/** All answers of each part. */
const totalsOf = (parts: readonly ShiftPart[], rows: Rows): Sums[] =>
  parts.map(({ metric }) => rows.filter((row) => row.metric === metric && row.n > 0).reduce<Sums>(addSums, noSums))

/**
 * The likeliest first of these stretches of a step up to the last (Samuel, Pignatiello and Calvin 1998): where Σd̄²/σ̄² behind it is
 * greatest, each stretch with the weight 1/σ².
 */
const likeliestStart = (stretches: readonly { distance: number; variance: number }[]): number => {
  let [weights, sum, best, start] = [0, 0, 0, 0]
  for (let at = stretches.length - 1; at >= 0; at -= 1) {
    const stretch = stretches[at]
    if (!stretch) continue
    weights += 1 / stretch.variance
    sum += stretch.distance / stretch.variance
    if (sum ** 2 / weights >= best) [best, start] = [sum ** 2 / weights, at]
  }
  return start
}

/**
 * Looks for a lasting shift among the `watched` rows of a number against the `baseline` ones: an EWMA of each day's distance from the
 * baseline's mean in errors of a day of its size, widened by the scatter between days and by what the baseline itself doesn't know.
 * An index is charted as one series: a day's error is that of parts that know nothing of each other, and what they have in common is
 * in the scatter. Null where it stayed within its limits or has come back, or where there is too little to say.
 */
export const findShift = (parts: readonly ShiftPart[], baseline: Rows, watched: Rows): Shift | null => {
  const [before, now] = [stretchesOf(parts, baseline), stretchesOf(parts, watched)]
  const totals = totalsOf(parts, baseline)
  const fewest = Math.min(...[...totals, ...totalsOf(parts, watched)].map(({ n }) => n))
  if (before.length < fewestDays || now.length === 0 || fewest < fewestAnswers) return null
  const usual = parts.map(({ kind, weight }, at) => ({ kind, weight, ...momentsOf(kind, totals[at] ?? noSums) }))
  // A part whose answers are all alike says nothing of how it scatters, and one other answer would prove anything.
  if (usual.some(({ variance }) => variance === 0)) return null
  const varianceOf = (sums: readonly Sums[]): number =>
    usual.reduce((sum, { weight, variance }, at) => sum + (weight ** 2 * variance) / (sums[at]?.n ?? 1), 0)
  const pointOf = ({ day, sums }: Stretch) => ({
    day,
    variance: varianceOf(sums),
    distance: usual.reduce((sum, { kind, weight, mean }, at) => {
      return sum + weight * (momentsOf(kind, sums[at] ?? noSums).mean - mean)
    }, 0),
  })
  const zOf = ({ distance, variance }: { distance: number; variance: number }): number => distance / Math.sqrt(variance)
  const points = now.map(pointOf)
  const precision = points.reduce((sum, { variance }) => sum + 1 / variance, 0) / points.length
  const unknown = Math.sqrt(1 + memory * precision * varianceOf(totals))
  const sigma = scatterOf(before.map((stretch) => zOf(pointOf(stretch)))) * unknown
  const chart = ewmaChart(points.map(zOf), { target: 0, sigma, lambda })
  const signal = chart.findLastIndex(({ isOut }) => isOut)
  const value = chart[signal]?.value
  const last = chart.at(-1)
  // What has come back to where it was is over: its average stands within half its limits again, or beyond on the other side.
  if (value === undefined || !last || last.value * Math.sign(value) < last.high / 2) return null
  const start = likeliestStart(points.slice(0, signal + 1))
  return { since: points[start]?.day ?? '', direction: value > 0 ? 'rise' : 'fall' }
}
