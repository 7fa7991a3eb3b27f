const [least, usual, most] = [5, 60, 3600]

/** How long a screen stands, in seconds. */
export const readEvery = (text: string): number => {
  const seconds = Number(text)
  return text !== '' && Number.isFinite(seconds) ? Math.min(most, Math.max(least, Math.round(seconds))) : usual
}

/** The wall that follows, with this one as the last of those that follow it; null where there is none. */
export const nextWall = (id: string, others: readonly string[]): { path: string; others: string[] } | null => {
  const [next, ...rest] = others.filter((one) => one !== id)
  return next === undefined ? null : { path: `/dashboards/${next}/wall`, others: [...rest, id] }
}
