import { RateLimiterMemory } from 'rate-limiter-flexible'

/** How many submissions one address may send in a second. Schools and shops share one address, so it's generous. */
export const submissionsPerSecond = 200

const limiter = new RateLimiterMemory({ points: submissionsPerSecond, duration: 1 })

/** Counts a submission; answers the seconds to wait when the address has had its share. */
export const takeSubmission = async (address: string): Promise<{ retryAfterSeconds: number } | undefined> => {
  try {
    await limiter.consume(address)
    return undefined
  } catch (refused) {
    if (refused instanceof Error) throw refused
    return { retryAfterSeconds: Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000)) }
  }
}
