/**
 * Benjamini and Hochberg's adjusted p-values (1995), in the order given: calling significant what is at most q keeps the
 * expected share of false calls among all calls at q. NaN is not a p-value and throws a RangeError.
 */
export const adjustMany = (pValues: readonly number[]): number[] => {
  if (pValues.some((p) => !(p >= 0 && p <= 1))) throw new RangeError('a p-value lies between 0 and 1')
  const count = pValues.length
  const descending = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p)
  const adjusted = Array.from({ length: count }, () => 1)
  let least = 1
  for (const [at, { p, index }] of descending.entries()) {
    least = Math.min(least, (p * count) / (count - at))
    adjusted[index] = least
  }
  return adjusted
}
