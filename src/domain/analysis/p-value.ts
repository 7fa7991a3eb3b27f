/** Below it a p-value says no more than "certainly not chance". */
const smallest = 1e-12

/**
 * The two-sided p-value that belongs to an interval of a difference: the smallest error rate at which the interval leaves
 * out zero. So test and interval never disagree, whatever the method of the interval is. `intervalAt` gives the bounds at
 * a confidence 0 … 1; they widen as it grows.
 */
export const pValueOf = (intervalAt: (confidence: number) => { low: number; high: number }): number => {
  const leavesOutZero = (error: number): boolean => {
    const { low, high } = intervalAt(1 - error)
    return low > 0 || high < 0
  }
  if (leavesOutZero(smallest)) return smallest
  // By halving on a logarithmic scale: 40 halvings of 12 decades are exact to eleven digits.
  let [inside, outside] = [Math.log(smallest), 0]
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (inside + outside) / 2
    if (leavesOutZero(Math.exp(middle))) outside = middle
    else inside = middle
  }
  return Math.exp(outside)
}
