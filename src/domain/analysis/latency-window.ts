/** The windows that Status shows, in hours: a day and a week. */
export const latencyWindows = [24, 168] as const
export type LatencyWindow = (typeof latencyWindows)[number]

/** Clocks differ: an answer may seem to be given a moment from now. */
const aheadMs = 3_600_000

type Span = { from: Date; before: Date }

/** The answers from an instant up to now. */
export const upTo = (now: Date, from: Date): Span => ({ from, before: new Date(now.getTime() + aheadMs) })

/** The answers of the hours before an instant. */
export const windowBefore = (now: Date, hours: number): Span => upTo(now, new Date(now.getTime() - hours * 3_600_000))
