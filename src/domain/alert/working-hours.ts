import { clockOf } from '../case/clock'
import type { BusinessHours } from '../organization/business-hours'
import type { Severity } from '../schemas'
import { type Quiet, waitsUntil } from './quiet'

/** When somebody works; without hours, always. Holidays are the organization's, for everybody with hours. */
export type Working = { timeZone: string; businessHours: BusinessHours | null }

/** From when on somebody is at work: `now` itself where they are. */
export const worksFrom = ({ timeZone, businessHours }: Working, holidays: readonly string[], now: Date): Date =>
  clockOf({ timeZone, businessHours, holidays }).addMinutes(now, 0)

export const isAtWork = (person: Working, holidays: readonly string[], now: Date): boolean =>
  worksFrom(person, holidays, now) <= now

/**
 * Until when a message to somebody waits: for the end of the rule's quiet hours, in their zone, and for their working hours,
 * whichever comes last. Undefined where it goes at once, as messages of high and critical severity always do.
 */
export const leavesAt = (
  person: Working,
  { quiet, severity }: { quiet?: Quiet | undefined; severity: Severity },
  holidays: readonly string[],
  now: Date,
): Date | undefined => {
  if (severity === 'high' || severity === 'critical') return undefined
  let at = now
  // Hours that begin in the quiet, and a quiet that ends after hours: a few rounds settle it, or it never settles.
  for (let round = 0; round < 8; round++) {
    const working = worksFrom(person, holidays, at)
    const next = waitsUntil(quiet, severity, working, person.timeZone) ?? working
    if (next.getTime() === at.getTime()) break
    at = next
  }
  return at > now ? at : undefined
}
