import type { Day } from '@/domain/analysis/calendar'
import type { Period } from '@/domain/analysis/period'

const dayMs = 86_400_000
/** No time zone is further than this from UTC: a day's responses were given within it. */
const margin = 2 * dayMs
/** PostgreSQL has no such timestamps as the ends of all days. */
const instantOf = (day: Day): Date | undefined => (day < '1000' || day > '9000' ? undefined : new Date(`${day}T00:00:00Z`))
const shifted = (at: Date | undefined, by: number): Date | undefined => at && new Date(at.getTime() + by)

/** Between which instants the responses of some days were given, whatever the time zone; which of them count, their day tells. */
export const instantsAround = ({ from, to }: Period): { from: Date | undefined; before: Date | undefined } => ({
  from: shifted(instantOf(from), -margin),
  before: shifted(instantOf(to), dayMs + margin),
})
