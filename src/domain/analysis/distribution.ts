import { boxIn, type Cut } from '../metric/cut'
import { standardDefaults, standardScales } from '../metric/definition'
import type { HeadlineMetric } from '../score/metric-kind'

/** One value that can be answered, how many chose it, and which of the metric's three boxes it falls in. */
export type Bar = { value: number; count: number; share: number; box: 'low' | 'middle' | 'high' }

/** A metric's answers from the lowest to the highest, those that nobody chose too. `counts` are those of 0 … 10; without any answers all shares are 0. */
export const distributionOf = (
  metric: HeadlineMetric,
  counts: readonly number[],
  cut: Cut = standardDefaults[metric],
): { n: number; bars: Bar[] } => {
  const { from, to } = standardScales[metric]
  const values = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const n = values.reduce((sum, value) => sum + (counts[value] ?? 0), 0)
  const bars = values.map((value): Bar => {
    const count = counts[value] ?? 0
    return { value, count, share: n > 0 ? count / n : 0, box: boxIn(cut, value) }
  })
  return { n, bars }
}
