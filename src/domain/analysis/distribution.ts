import type { HeadlineMetric } from '../score/metric-kind'

/** One value that can be answered, how many chose it, and which of the metric's three boxes it falls in. */
export type Bar = { value: number; count: number; share: number; box: 'low' | 'middle' | 'high' }

/** The answers that a headline metric's question takes, and the boxes that they fall in. */
const scales: Record<HeadlineMetric, { from: number; to: number; middle: number; high: number }> = {
  nps: { from: 0, to: 10, middle: 7, high: 9 },
  csat: { from: 1, to: 5, middle: 3, high: 4 },
  ces: { from: 1, to: 7, middle: 4, high: 5 },
}

/** A metric's answers from the lowest to the highest, those that nobody chose too. `counts` are those of 0 … 10; without any answers all shares are 0. */
export const distributionOf = (metric: HeadlineMetric, counts: readonly number[]): { n: number; bars: Bar[] } => {
  const { from, to, middle, high } = scales[metric]
  const values = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const n = values.reduce((sum, value) => sum + (counts[value] ?? 0), 0)
  const bars = values.map((value): Bar => {
    const count = counts[value] ?? 0
    const box = value >= high ? 'high' : value >= middle ? 'middle' : 'low'
    return { value, count, share: n > 0 ? count / n : 0, box }
  })
  return { n, bars }
}
