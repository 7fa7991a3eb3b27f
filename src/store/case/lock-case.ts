import type { PoolClient } from 'pg'
import type { CaseState } from '@/domain/case/case'
import type { SlaSetting } from '@/domain/case/sla'
import type { Localized } from '@/domain/localized'
import { hot } from '../connection'

/** A case as the transaction that changes it holds it, with what its clock is made from. */
export type LockedCase = CaseState &
  SlaSetting & {
    id: string
    number: number
    customerId: string | null
    touchpointId: string
    ownerMemberId: string | null
    ownerTeamId: string | null
    eventCount: number
    level: number
    /** the event that asked the customer whether it is mended, or said why nobody was */
    askedSequence: number | null
    now: Date
    locale: string
    organizationName: Localized
    touchpointName: Localized
  }

const statement = (where: string) => `
  select c.id, c.number, c.customer_id as "customerId", c.touchpoint_id as "touchpointId", c.owner_member_id as "ownerMemberId",
         c.owner_team_id as "ownerTeamId", c.event_count as "eventCount", c.sla_level as level, c.asked_sequence as "askedSequence",
         c.status, c.severity, c.due_at as "dueAt", c.remaining_minutes as "remainingMinutes", c.acknowledged_at as "acknowledgedAt",
         c.resolved_at as "resolvedAt", c.verified_at as "verifiedAt", c.closed_at as "closedAt", c.root_cause as "rootCause",
         c.is_fixed as "isFixed", clock_timestamp() as now, o.time_zone as "timeZone", o.business_hours as "businessHours",
         o.holidays, o.case_policy as "casePolicy", o.locale, o.name as "organizationName", t.name as "touchpointName",
         t.standard_response_hours as "responseHours"
    from cases c join organizations o on o.id = c.organization_id
    join touchpoints t on t.organization_id = c.organization_id and t.id = c.touchpoint_id
   where ${where}`

/** Holds a case to the end of the transaction; undefined if the organization has none of that number. */
export const lockCase = async (client: PoolClient, organizationId: string, number: number): Promise<LockedCase | undefined> => {
  const { rows } = await hot<LockedCase>(
    client,
    'case.lock',
    statement('c.organization_id = $1 and c.number = $2 for no key update of c'),
    [organizationId, number],
  )
  return rows[0]
}

/** Holds one whose clock is to be looked at, unless somebody else has it or has looked meanwhile. */
export const lockDueCase = async (client: PoolClient, organizationId: string, id: string): Promise<LockedCase | undefined> => {
  const { rows } = await hot<LockedCase>(
    client,
    'case.lock-due',
    statement('c.organization_id = $1 and c.id = $2 and c.sla_at <= now() for no key update of c skip locked'),
    [organizationId, id],
  )
  return rows[0]
}

/** Holds one whose customer is to be asked, or has said nothing, unless somebody else has it or has looked meanwhile. */
export const lockAwaited = async (client: PoolClient, organizationId: string, id: string): Promise<LockedCase | undefined> => {
  const { rows } = await hot<LockedCase>(
    client,
    'case.lock-awaited',
    statement('c.organization_id = $1 and c.id = $2 and c.verify_at <= now() for no key update of c skip locked'),
    [organizationId, id],
  )
  return rows[0]
}

/** Holds two cases in one order, whoever asks, so that two who join them the other way round don't wait for each other. */
export const lockBoth = async (client: PoolClient, organizationId: string, numbers: readonly [number, number]): Promise<void> => {
  await client.query(
    'select 1 from cases where organization_id = $1 and number = any($2::int[]) order by number for no key update',
    [organizationId, numbers],
  )
}
