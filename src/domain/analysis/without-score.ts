import { boxOfScore, type Cuts } from '../metric/cut'
import type { Score } from '../score/score'
import type { Sums } from './summarize'

/** What sums, counted by these cuts, are without one of the scores that they hold. */
export const withoutScore = (sums: Sums, score: Pick<Score, 'kind' | 'value' | 'category'>, cuts: Cuts = {}): Sums => {
  const { value } = score
  const box = boxOfScore(cuts, score)
  return {
    n: sums.n - 1,
    low: sums.low - (box === 'low' ? 1 : 0),
    middle: sums.middle - (box === 'middle' ? 1 : 0),
    high: sums.high - (box === 'high' ? 1 : 0),
    sum: sums.sum - value,
    sumSquares: sums.sumSquares - value * value,
  }
}
