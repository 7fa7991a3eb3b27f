/**
 * What speaks against a response. A flag never refuses or hides one: a 2xx has promised that it is kept, and each of them can
 * be wrong about an honest customer. `honeypot`: filled in a field that no person sees. `too_fast`: completed faster than a
 * person can. `duplicate`: the same device completed this anonymous survey before, today.
 */
export const qualityFlags = ['honeypot', 'too_fast', 'duplicate'] as const
export type QualityFlag = (typeof qualityFlags)[number]

/** To see, decide and press takes a person longer than this, for each answer: a practised hand needs about 400 ms. */
const leastMsPerAnswer = 150

/**
 * Whether a completed response came faster than a person can answer. The client's clock says when it began; where that
 * isn't told or lies after the arrival, nothing is said.
 */
export const isTooFast = (startedAt: Date | undefined, completedAt: Date, answerCount: number): boolean => {
  if (startedAt === undefined || answerCount === 0) return false
  const tookMs = completedAt.getTime() - startedAt.getTime()
  return tookMs >= 0 && tookMs < leastMsPerAnswer * answerCount
}
