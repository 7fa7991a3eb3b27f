/** Groups of people smaller than this are not shown, unless the organization sets another number, in between these. */
export const anonymityThreshold = 5
export const leastThreshold = 3
export const mostThreshold = 100

/**
 * Which of the groups that add up to a shown total must not be shown: those under the threshold, and with them as many of the next
 * smallest as it takes that nobody gets at them by subtracting the others from the total. Empty groups hide nobody.
 */
export const suppressSmall = <T>(groups: readonly T[], sizeOf: (group: T) => number, threshold = anonymityThreshold): Set<T> => {
  const bySize = groups.filter((group) => sizeOf(group) > 0).sort((a, b) => sizeOf(a) - sizeOf(b))
  const hidden = new Set<T>()
  let together = 0
  for (const group of bySize) {
    const isSafe = hidden.size === 0 || (hidden.size > 1 && together >= threshold)
    if (sizeOf(group) >= threshold && isSafe) break
    hidden.add(group)
    together += sizeOf(group)
  }
  return hidden
}
