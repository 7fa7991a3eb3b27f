/** So many of so many. */
export type Share = { successes: number; n: number }

/** `strength`: how many observations the common mean is worth beside a group's own; Infinity where the groups don't differ. */
export type Shrunk = { mean: number; strength: number; shares: number[] }

/**
 * Shares of groups of different sizes, drawn toward their common mean so that a few lucky ones don't lead (empirical Bayes with a
 * beta prior): each becomes (x + M·p) ÷ (n + M). p and M by moments after Kleinman (1973), "Proportions with extraneous variance",
 * JASA 68:46–54, with the weights w = n ÷ Σn:
 *
 *   p = Σ w·xᵢ/nᵢ,  S = Σ w·(xᵢ/nᵢ − p)²,  q = 1 − p
 *   γ = (S − p·q·Σ w(1−w)/n) ÷ (p·q·(Σ w(1−w) − Σ w(1−w)/n)),  M = (1 − γ) ÷ γ
 *
 * γ is how far the groups differ beyond chance: 0 (or less) makes all alike, 1 leaves each as it is. Groups with n = 0 get the mean.
 */
export const shrinkShares = (groups: readonly Share[]): Shrunk => {
  const total = groups.reduce((sum, { n }) => sum + n, 0)
  const mean = total === 0 ? 0 : groups.reduce((sum, { successes }) => sum + successes, 0) / total
  const spread = mean * (1 - mean)
  const seen = groups.filter(({ n }) => n > 0)
  const sumOf = (term: (weight: number, one: Share) => number) => seen.reduce((sum, one) => sum + term(one.n / total, one), 0)
  const differ = sumOf((weight, { successes, n }) => weight * (successes / n - mean) ** 2)
  const byChance = sumOf((weight, { n }) => (weight * (1 - weight)) / n)
  const room = sumOf((weight) => weight * (1 - weight)) - byChance
  const gamma = spread === 0 || room <= 0 ? 0 : Math.min(1, (differ - spread * byChance) / (spread * room))
  const strength = gamma <= 0 ? Number.POSITIVE_INFINITY : (1 - gamma) / gamma
  const shares = groups.map(({ successes, n }) =>
    n === 0 || strength === Number.POSITIVE_INFINITY ? mean : (successes + strength * mean) / (n + strength),
  )
  return { mean, strength, shares }
}
