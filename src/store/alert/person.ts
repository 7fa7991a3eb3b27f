import type { Working } from '@/domain/alert/working-hours'

/** Somebody who can be told, when they work, and how many messages a day they get where that isn't the organization's to say. */
export type Person = Working & {
  memberId: string
  email: string
  name: string
  locale: string | null
  alertsPerDay: number | null
}

/** Columns of a person over a member `p`, their user `pu` and the organization `o`: hours of their own, or the organization's where these count. */
export const personColumns = `p.id as "memberId", pu.email, p.name, pu.locale, p.alerts_per_day as "alertsPerDay", coalesce(p.time_zone, o.time_zone) as "timeZone",
  coalesce(p.working_hours, case when (o.alert_policy ->> 'officeHours')::boolean then o.business_hours end) as "businessHours"`

/** How many running cases a member `p` has. */
export const runningCases = (member: string): string => `(select count(*) from cases k
  where k.organization_id = $1 and k.owner_member_id = ${member} and k.status in ('open', 'acknowledged', 'in_progress', 'waiting'))`
