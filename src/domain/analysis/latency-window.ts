/** The windows that Status shows, in hours: a day and a week. */
export const latencyWindows = [24, 168] as const
export type LatencyWindow = (typeof latencyWindows)[number]

/** Clocks differ: an answer may seem to be given a moment from now. */
const aheadMs = 3_600_000

/** The answers of the hours before an instant. */
export const windowBefore = (now: Date, hours: number): { from: Date; before: Date } => ({
  from: new Date(now.getTime() - hours * 3_600_000),
  before: new Date(now.getTime() + aheadMs),
})
