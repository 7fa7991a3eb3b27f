import { z } from 'zod'
import { clockOf } from '../case/clock'
import { weekdays } from '../organization/business-hours'
import type { Severity } from '../schemas'

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 20:00')

/** Hours of every day, in the organization's time zone, in which a rule's less urgent messages wait; `to` before `from` is the next day. */
export const quietSchema = z
  .strictObject({ from: timeSchema, to: timeSchema })
  .refine(({ from, to }) => from !== to, 'must end at another time than it begins')

export type Quiet = z.output<typeof quietSchema>

const isUrgent = (severity: Severity): boolean => severity === 'high' || severity === 'critical'

const span = (from: string, to: string): string[] => (from < to ? [`${from}-${to}`] : [])

/** What of a day isn't quiet. */
const openSpans = ({ from, to }: Quiet): string[] => (from < to ? [...span('00:00', from), ...span(to, '24:00')] : span(to, from))

/** Until when a message of this severity waits; undefined where it goes at once. */
export const waitsUntil = (quiet: Quiet | undefined, severity: Severity, now: Date, timeZone: string): Date | undefined => {
  if (!quiet || isUrgent(severity)) return undefined
  const open = openSpans(quiet)
  const businessHours = Object.fromEntries(weekdays.map((day) => [day, open]))
  const next = clockOf({ timeZone, businessHours, holidays: [] }).addMinutes(now, 0)
  return next > now ? next : undefined
}
