import { RateLimiterMemory } from 'rate-limiter-flexible'
import { networkOf } from './network-of'
import { createPressure } from './pressure'

/** How many submissions one address may send in a second. Schools and shops share one address, so it's generous. */
export const submissionsPerSecond = 200
/** How many one survey takes in a second, from all addresses together: about what one web process can keep. */
export const surveySubmissionsPerSecond = 5000
/** A survey that is answered faster than this for ten seconds is under attack: from then on a new client must show work. */
export const attackPerSecond = 1000
/** What one address may upload: files in ten minutes, and megabytes in an hour. */
export const uploadsPerTenMinutes = 100
export const uploadMegabytesPerHour = 500

const byAddress = new RateLimiterMemory({ points: submissionsPerSecond, duration: 1 })
const bySurvey = new RateLimiterMemory({ points: surveySubmissionsPerSecond, duration: 1 })
const files = new RateLimiterMemory({ points: uploadsPerTenMinutes, duration: 600 })
const megabytes = new RateLimiterMemory({ points: uploadMegabytesPerHour, duration: 3600 })

export type Limited = { retryAfterSeconds: number }

const consume = async (limiter: RateLimiterMemory, key: string, points = 1): Promise<Limited | undefined> => {
  try {
    await limiter.consume(key, points)
    return undefined
  } catch (refused) {
    if (refused instanceof Error) throw refused
    return { retryAfterSeconds: Math.max(1, Math.ceil((refused as { msBeforeNext: number }).msBeforeNext / 1000)) }
  }
}

/** Counts a submission; answers the seconds to wait when the address has had its share. */
export const takeSubmission = (address: string): Promise<Limited | undefined> => consume(byAddress, networkOf(address))

/** Counts a survey's submission; answers the seconds to wait when it has had what it can take. */
export const takeSurveySubmission = (survey: string): Promise<Limited | undefined> => consume(bySurvey, survey)

/** Counts a file of at most so many bytes. */
export const takeUpload = async (address: string, bytes: number): Promise<Limited | undefined> =>
  (await consume(files, networkOf(address))) ?? (await consume(megabytes, networkOf(address), Math.ceil(bytes / 1_000_000)))

/** Notes a submission to a survey and tells whether the survey is under attack. */
export const isUnderAttack = createPressure({ perSecond: attackPerSecond, windowSeconds: 10, staysSeconds: 60 })
