export type EwmaPoint = { value: number; low: number; high: number; isOut: boolean }

type EwmaOptions = {
  /** where the process should be */
  target: number
  /** standard deviation of one observation about the target */
  sigma: number
  /** weight of the newest observation, 0 < λ ≤ 1 */
  lambda?: number
  /** width of the limits in standard deviations of the average */
  width?: number
}

/**
 * Exponentially weighted moving averages with their limits (NIST/SEMATECH e-Handbook 6.3.2.4; limits exact for each
 * observation, so that a shift right after the start is seen).
 */
export const ewmaChart = (
  observations: readonly number[],
  { target, sigma, lambda = 0.3, width = 3 }: EwmaOptions,
): EwmaPoint[] => {
  let average = target
  return observations.map((observation, at) => {
    average = lambda * observation + (1 - lambda) * average
    const reach = width * sigma * Math.sqrt((lambda / (2 - lambda)) * (1 - (1 - lambda) ** (2 * (at + 1))))
    const [low, high] = [target - reach, target + reach]
    return { value: average, low, high, isOut: average < low || average > high }
  })
}
