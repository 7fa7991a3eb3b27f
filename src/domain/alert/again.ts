/** What a muted rule finds is written down once a day, not at every look. */
export const mutedAgainHours = 24

/** An alert about the same subject that is there already. */
export type Earlier = { at: Date; isMuted: boolean }

const hourMs = 3_600_000

/**
 * Whether a subject was told of already at an instant: within `againHours` before it (of what was muted, within a day at most), or ever
 * where there is no such window.
 */
export const isToldAlready = (earlier: readonly Earlier[], againHours: number | undefined, at: Date): boolean =>
  earlier.some(({ at: raised, isMuted }) => {
    if (againHours === undefined) return true
    const hours = isMuted ? Math.min(againHours, mutedAgainHours) : againHours
    return raised.getTime() > at.getTime() - hours * hourMs
  })
