import { addDays, type Day, startOfDay } from '../analysis/calendar'
import { localDay } from '../analysis/local-day'
import type { Severity } from '../schemas'
import type { AlertBudget } from './policy'
import { type Working, worksFrom } from './working-hours'

/** When digests leave where no budget of the organization says it. */
const digestAt = '17:00'

/** A person's budget: their own number of messages, or the organization's; null where neither limits them. */
export const budgetOf = (own: number | null, organization: AlertBudget | null): AlertBudget | null =>
  own === null ? organization : { digestAt, ...organization, perDay: own }

/** What may wait for a digest. */
export const isCalm = (severity: Severity): boolean => severity === 'low' || severity === 'medium'

/** The day that a message counts on: the recipient's own. */
export const budgetDay = (now: Date, { timeZone }: Working): Day => localDay(now, timeZone)

const minuteMs = 60_000

/** When the digest of one of somebody's days leaves; where they don't work then, when they next do. */
export const digestLeaves = (
  day: Day,
  person: Working,
  { digestAt }: AlertBudget,
  holidays: readonly string[],
): { at: Date; leaves: Date } => {
  const [hours = 0, minutes = 0] = digestAt.split(':').map(Number)
  // The day's beginning and the time of day apart: on the days when clocks change it leaves an hour off, never twice or not at all.
  const at = new Date(startOfDay(day, person.timeZone).getTime() + (hours * 60 + minutes) * minuteMs)
  return { at, leaves: worksFrom(person, holidays, at) }
}

/** The day whose digest comes next. */
export const nextDigestDay = (now: Date, person: Working, budget: AlertBudget, holidays: readonly string[]): Day => {
  const today = budgetDay(now, person)
  return digestLeaves(today, person, budget, holidays).at > now ? today : addDays(today, 1)
}
