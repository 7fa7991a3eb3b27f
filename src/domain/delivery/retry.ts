/** Waits between attempts, in seconds: from ten seconds to a day, three days in all; then a delivery is dead. */
const waitsSeconds = [10, 30, 120, 600, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 86_400] as const

/**
 * When to try a delivery again after its n-th attempt (1, 2, …), or undefined when it has had all of them. `spread` in
 * 0…1 lengthens the wait by up to a fifth, so that what failed together isn't tried together.
 */
export const nextAttemptAt = (attempt: number, now: Date, spread: number): Date | undefined => {
  const wait = waitsSeconds[attempt - 1]
  return wait === undefined ? undefined : new Date(now.getTime() + wait * 1000 * (1 + 0.2 * spread))
}
