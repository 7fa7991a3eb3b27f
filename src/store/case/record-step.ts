import type { PoolClient } from 'pg'
import { applyStep, type CaseState, isOpenStatus } from '@/domain/case/case'
import { clockOf, defaultResponseHours } from '@/domain/case/clock'
import type { CaseStep } from '@/domain/case/step'
import { type Failure, fail } from '@/domain/errors'
import type { BusinessHours } from '@/domain/organization/business-hours'
import { hot, withTransaction } from '../connection'
import { refreshStanding } from '../customer/refresh-standing'
import { announceCaseEvent } from '../delivery/announce'

type Locked = CaseState & {
  id: string
  customerId: string | null
  now: Date
  timeZone: string
  businessHours: BusinessHours | null
  holidays: string[]
  responseHours: number | null
}

const lock = async (client: PoolClient, organizationId: string, number: number): Promise<Locked | undefined> => {
  const { rows } = await hot<Locked>(
    client,
    'case.lock',
    `select c.id, c.customer_id as "customerId", c.status, c.severity, c.due_at as "dueAt", c.remaining_minutes as "remainingMinutes", c.acknowledged_at as "acknowledgedAt",
            c.resolved_at as "resolvedAt", c.verified_at as "verifiedAt", c.closed_at as "closedAt", c.root_cause as "rootCause",
            c.is_fixed as "isFixed", clock_timestamp() as now, o.time_zone as "timeZone", o.business_hours as "businessHours",
            o.holidays, t.standard_response_hours as "responseHours"
       from cases c join organizations o on o.id = c.organization_id
       join touchpoints t on t.organization_id = c.organization_id and t.id = c.touchpoint_id
      where c.organization_id = $1 and c.number = $2 for no key update of c`,
    [organizationId, number],
  )
  return rows[0]
}

type Owner = { member: string | null; team: string | null }

/** A member by email, or a team by key; undefined if the organization has neither. */
const findOwner = async (client: PoolClient, organizationId: string, owner: string): Promise<Owner | undefined> => {
  const { rows } = await client.query<Owner>(
    `select m.id as member, null::uuid as team from members m join users u on u.id = m.user_id
      where m.organization_id = $1 and u.email = $2 and m.is_active
     union all select null, t.id from teams t where t.organization_id = $1 and t.key = $2`,
    [organizationId, owner],
  )
  return rows[0]
}

const dataOf = ({ type: _, ...data }: CaseStep): Record<string, unknown> => data

const saveState = async (
  client: PoolClient,
  organizationId: string,
  id: string,
  state: CaseState,
  owner: Owner | undefined,
): Promise<number> => {
  const { rows } = await hot<{ event_count: number }>(
    client,
    'case.save',
    `update cases set status = $3, severity = $4, due_at = $5, remaining_minutes = $6, acknowledged_at = $7, resolved_at = $8, verified_at = $9,
            closed_at = $10, root_cause = $11, is_fixed = $12,
            owner_member_id = case when $13 then $14::uuid else owner_member_id end, owner_team_id = case when $13 then $15::uuid else owner_team_id end,
            event_count = event_count + 1, updated_at = now()
      where organization_id = $1 and id = $2 returning event_count`,
    [
      organizationId,
      id,
      state.status,
      state.severity,
      state.dueAt,
      state.remainingMinutes,
      state.acknowledgedAt,
      state.resolvedAt,
      state.verifiedAt,
      state.closedAt,
      state.rootCause,
      state.isFixed,
      owner !== undefined,
      owner?.member ?? null,
      owner?.team ?? null,
    ],
  )
  return rows[0]?.event_count ?? 0
}

/** The first acknowledgement is also the alerts' and the responses' own. */
const acknowledgeWithCase = async (
  client: PoolClient,
  organizationId: string,
  caseId: string,
  at: Date,
  by: string,
): Promise<void> => {
  await hot(
    client,
    'case.acknowledge.alerts',
    `update alerts set status = 'acknowledged', acknowledged_at = $3, acknowledged_by = $4
      where organization_id = $1 and case_id = $2 and status = 'raised'`,
    [organizationId, caseId, at, by],
  )
  await hot(
    client,
    'case.acknowledge.responses',
    `update responses r set acknowledged_at = $3 from case_responses cr
      where cr.organization_id = $1 and cr.case_id = $2 and r.organization_id = cr.organization_id and r.id = cr.response_id and r.acknowledged_at is null`,
    [organizationId, caseId, at],
  )
}

export type RecordStep = { organizationId: string; number: number; step: CaseStep; by: string; at?: Date }

/** `told`: deliveries to webhooks */
export type RecordedStep = { id: string; told: string[] }

/**
 * Takes a step on a case: its event and its new state in one transaction, under the case's lock, so that of two people
 * acting at once the second meets the state that the first made. `at` is given only for history that is loaded.
 */
export const recordStep = ({ organizationId, number, step, by, at: given }: RecordStep): Promise<RecordedStep | Failure> =>
  withTransaction(async (client) => {
    const locked = await lock(client, organizationId, number)
    if (!locked) return fail('case_not_found', `There is no case ${number}.`)
    const owner = step.type === 'assign' ? await findOwner(client, organizationId, step.owner) : undefined
    if (step.type === 'assign' && !owner)
      return fail('reference_missing', undefined, [
        { path: 'owner', message: `there is no active member or team "${step.owner}"` },
      ])
    const { id, customerId, now, timeZone, businessHours, holidays, responseHours, ...state } = locked
    const at = given ?? now
    const clock = clockOf({ timeZone, businessHours, holidays })
    const responseMinutes = (responseHours ?? defaultResponseHours[state.severity]) * 60
    const next = applyStep(state, step, { at, clock, responseMinutes })
    if (!next) return fail('step_not_allowed', `A case that is ${state.status} doesn’t allow "${step.type}".`)
    const sequence = await saveState(client, organizationId, id, next, owner)
    await client.query(
      'insert into case_events (organization_id, case_id, sequence, type, at, by, data) values ($1, $2, $3, $4, $5, $6, $7)',
      [organizationId, id, sequence, step.type, at, by, JSON.stringify(dataOf(step))],
    )
    // At every step, not the first alone: what joined an acknowledged case is acknowledged with it.
    if (next.acknowledgedAt !== null && next.status !== 'open') await acknowledgeWithCase(client, organizationId, id, at, by)
    if (customerId && isOpenStatus(state.status) !== isOpenStatus(next.status))
      await refreshStanding(client, [{ organizationId, id: customerId }])
    const told = given ? [] : await announceCaseEvent(client, organizationId, { caseId: id, sequence, type: step.type })
    return { id, told }
  })
