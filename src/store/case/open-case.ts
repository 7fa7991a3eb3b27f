import { v7 as uuidV7 } from 'uuid'
import { startClock } from '@/domain/case/watch'
import type { Severity } from '@/domain/schemas'
import { readSetting } from '../alert/read-setting'
import { createRouter } from '../alert/route'
import { hot, withTransaction } from '../connection'
import { refreshStanding } from '../customer/refresh-standing'
import { announceCaseEvent } from '../delivery/announce'

export type OpenCase = { organizationId: string; responseId: string; severity: Severity; by: string; at?: Date }

/**
 * Opens a case for a response by hand; answers the number of the one that it has already, if it has. Undefined when the
 * organization has no such response. `at` is given only for history that is loaded.
 */
export const openCase = ({ organizationId, responseId, severity, by, at: given }: OpenCase): Promise<number | undefined> =>
  withTransaction(async (client) => {
    const { rows } = await hot<{ touchpoint_id: string; customer_id: string | null }>(
      client,
      'case.open.response',
      'select touchpoint_id, customer_id from responses where organization_id = $1 and id = $2 for update',
      [organizationId, responseId],
    )
    const response = rows[0]
    if (!response) return undefined
    const setting = await readSetting(client, { organizationId, id: responseId, touchpointId: response.touchpoint_id })
    if (setting.caseId) {
      const known = await client.query<{ number: number }>('select number from cases where organization_id = $1 and id = $2', [
        organizationId,
        setting.caseId,
      ])
      return known.rows[0]?.number
    }
    const at = given ?? setting.now
    const about = { organizationId, touchpointId: response.touchpoint_id, customerId: response.customer_id }
    const router = await createRouter(client, about, { setting, rules: [], caseId: null, isPast: given !== undefined })
    const owner = await router.owner(severity)
    const caseId = uuidV7()
    const { dueAt, lookAt } = startClock(setting, severity, at)
    const opened = await hot<{ number: number }>(
      client,
      'case.open',
      `with numbered as (update organizations set case_counter = case_counter + 1 where id = $1 returning case_counter),
       opened as (
         insert into cases (organization_id, id, number, status, severity, touchpoint_id, owner_member_id, owner_team_id, customer_id, opened_at, due_at, event_count, updated_at, sla_at)
         select $1, $2, case_counter, 'open', $4, $5, $6::uuid, $7::uuid, $8::uuid, $9::timestamptz, $10::timestamptz, 1, now(),
                case when $10::timestamptz >= now() then $12::timestamptz end from numbered returning number),
       told as (
         insert into case_events (organization_id, case_id, sequence, type, at, by, data)
         select $1, $2, 1, 'open', $9, $11, jsonb_build_object('response', $3::uuid, 'severity', $4::text) from opened),
       linked as (insert into case_responses (organization_id, case_id, response_id) select $1, $2, $3 from opened)
       select number from opened`,
      [
        organizationId,
        caseId,
        responseId,
        severity,
        response.touchpoint_id,
        owner.ownerMemberId,
        owner.ownerTeamId,
        response.customer_id,
        at,
        dueAt,
        by,
        lookAt,
      ],
    )
    if (response.customer_id) await refreshStanding(client, [{ organizationId, id: response.customer_id }])
    if (!given) await announceCaseEvent(client, organizationId, { caseId, sequence: 1, type: 'open' })
    return opened.rows[0]?.number
  })
