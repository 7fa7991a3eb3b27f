/** Waits between attempts, in seconds, and by what share chance may lengthen each, so that what failed together isn't tried together. */
export type Patience = { waitsSeconds: readonly number[]; spread: number }

/** From ten seconds to a day, three days in all; then a mail is dead. */
export const mailPatience: Patience = {
  waitsSeconds: [10, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 86_400],
  spread: 0.2,
}

/** Of webhooks and chats: ten attempts within three days. */
export const targetPatience: Patience = {
  waitsSeconds: [10, 60, 300, 1800, 7200, 18_000, 43_200, 79_200, 93_600],
  spread: 0.1,
}

/** Whoever asks for more patience than a day isn't given it. */
const longestAskedSeconds = 86_400

/**
 * When to try a delivery again after its n-th attempt (1, 2, …), or undefined when it has had all of them. `chance` in
 * 0…1 is how much of the spread it gets. A target that says when to come back (`askedSeconds`) isn't tried sooner.
 */
export const nextAttemptAt = (
  attempt: number,
  now: Date,
  chance: number,
  { waitsSeconds, spread }: Patience = mailPatience,
  askedSeconds = 0,
): Date | undefined => {
  const wait = waitsSeconds[attempt - 1]
  if (wait === undefined) return undefined
  const seconds = Math.max(wait * (1 + spread * chance), Math.min(askedSeconds, longestAskedSeconds))
  return new Date(now.getTime() + seconds * 1000)
}
