import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { clockOf, defaultResponseHours } from '@/domain/case/clock'
import type { BusinessHours } from '@/domain/organization/business-hours'
import type { Severity } from '@/domain/schemas'

type About = { organizationId: string; id: string; customerId: string | null; touchpointId: string }

type Setting = {
  now: Date
  number: number
  time_zone: string
  business_hours: BusinessHours | null
  holidays: string[]
  owner_member_id: string | null
  owner_team_id: string | null
  standard_response_hours: number | null
}

/** The case that a response is part of already, from an earlier revision or another rule. */
export const findCaseOf = async (client: PoolClient, organizationId: string, responseId: string): Promise<string | undefined> => {
  const { rows } = await client.query<{ id: string }>(
    `select c.id from case_responses cr join cases c on c.organization_id = cr.organization_id and c.id = cr.case_id
      where cr.organization_id = $1 and cr.response_id = $2 order by c.opened_at desc limit 1`,
    [organizationId, responseId],
  )
  return rows[0]?.id
}

/** Adds a response to a case, once, and says so in its events. */
export const joinCase = async (client: PoolClient, organizationId: string, caseId: string, responseId: string): Promise<void> => {
  const added = await client.query(
    'insert into case_responses (organization_id, case_id, response_id) values ($1, $2, $3) on conflict do nothing',
    [organizationId, caseId, responseId],
  )
  if (added.rowCount === 0) return
  await client.query(
    `with counted as (update cases set event_count = event_count + 1, updated_at = now() where organization_id = $1 and id = $2 returning event_count)
     insert into case_events (organization_id, case_id, sequence, type, at, by, data)
     select $1, $2, event_count, 'join', clock_timestamp(), 'system', $3 from counted`,
    [organizationId, caseId, JSON.stringify({ response: responseId })],
  )
}

/** Gives out the next number of the organization; the row's lock keeps numbers without gaps and without twins. */
const takeNumber = async (client: PoolClient, { organizationId, touchpointId }: About): Promise<Setting> => {
  const { rows } = await client.query<Setting>(
    `with numbered as (
       update organizations set case_counter = case_counter + 1 where id = $1
       returning case_counter as number, time_zone, business_hours, holidays)
     select numbered.*, clock_timestamp() as now, t.owner_member_id, t.owner_team_id, t.standard_response_hours
       from numbered, touchpoints t where t.organization_id = $1 and t.id = $2`,
    [organizationId, touchpointId],
  )
  const setting = rows[0]
  if (!setting) throw new Error(`touchpoint ${touchpointId} is gone`)
  return setting
}

/** Opens a case for a response, owned as its touchpoint is, with the clock that its standard or severity gives. Answers its id. */
export const openCase = async (client: PoolClient, about: About, severity: Severity): Promise<string> => {
  const setting = await takeNumber(client, about)
  const calendar = { timeZone: setting.time_zone, businessHours: setting.business_hours, holidays: setting.holidays }
  const hours = setting.standard_response_hours ?? defaultResponseHours[severity]
  const dueAt = clockOf(calendar).addMinutes(setting.now, hours * 60)
  const id = uuidV7()
  await client.query(
    `insert into cases (organization_id, id, number, status, severity, touchpoint_id, owner_member_id, owner_team_id, customer_id, opened_at, due_at, event_count, updated_at)
     values ($1, $2, $3, 'open', $4, $5, $6, $7, $8, $9, $10, 1, $9)`,
    [
      about.organizationId,
      id,
      setting.number,
      severity,
      about.touchpointId,
      setting.owner_member_id,
      setting.owner_team_id,
      about.customerId,
      setting.now,
      dueAt,
    ],
  )
  await client.query(
    `insert into case_events (organization_id, case_id, sequence, type, at, by, data) values ($1, $2, 1, 'open', $3, 'system', $4)`,
    [about.organizationId, id, setting.now, JSON.stringify({ response: about.id, severity })],
  )
  await client.query('insert into case_responses (organization_id, case_id, response_id) values ($1, $2, $3)', [
    about.organizationId,
    id,
    about.id,
  ])
  return id
}
