/** Below it a p-value says no more than "certainly not chance". */
const smallest = 1e-12

/** How near the root has to be, in the logarithm of p. */
const near = 1e-11

/**
 * The two-sided p-value that belongs to an interval of a difference: the smallest error rate at which the interval leaves
 * out zero. So test and interval never disagree, whatever the method of the interval is. `intervalAt` gives the bounds at
 * a confidence 0 … 1; they widen as it grows.
 */
export const pValueOf = (intervalAt: (confidence: number) => { low: number; high: number }): number => {
  /** How far zero lies outside the interval; negative inside. */
  const gapAt = (logError: number): number => {
    const { low, high } = intervalAt(1 - Math.exp(logError))
    return Math.max(low, -high)
  }
  let [inside, outside] = [Math.log(smallest), 0]
  let [below, above] = [gapAt(inside), gapAt(outside)]
  if (below > 0) return smallest
  // On a logarithmic scale the bounds bend little, so that a line between two of them comes near the root at once (the Illinois
  // method, Dowell and Jarratt 1971). An end that stays twice counts half, or the other would only creep.
  let stayed: 'inside' | 'outside' | null = null
  for (let step = 0; step < 60 && outside - inside > near; step += 1) {
    const between = inside - (below * (outside - inside)) / (above - below)
    // Never onto an end itself: a step just beside it shows whether the root lies there, and closes the bracket if it does.
    const at = Math.min(outside - near / 2, Math.max(inside + near / 2, between))
    const gap = gapAt(at)
    if (gap > 0) {
      ;[outside, above] = [at, gap]
      if (stayed === 'inside') below /= 2
      stayed = 'inside'
    } else {
      ;[inside, below] = [at, gap]
      if (stayed === 'outside') above /= 2
      stayed = 'outside'
    }
  }
  return Math.exp(outside)
}
