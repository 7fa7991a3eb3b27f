import { boxOf, type Score } from '../score/score'
import type { Sums } from './summarize'

/** What sums are without one of the scores that they hold. */
export const withoutScore = (sums: Sums, { value, category }: Pick<Score, 'value' | 'category'>): Sums => {
  const box = boxOf(category)
  return {
    n: sums.n - 1,
    low: sums.low - (box === 'low' ? 1 : 0),
    middle: sums.middle - (box === 'middle' ? 1 : 0),
    high: sums.high - (box === 'high' ? 1 : 0),
    sum: sums.sum - value,
    sumSquares: sums.sumSquares - value * value,
  }
}
