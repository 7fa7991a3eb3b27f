import type { PoolClient } from 'pg'
import { hot } from '../connection'
import { announceCaseEvent } from '../delivery/announce'

export type NewCaseEvent = { organizationId: string; caseId: string; type: string; at: Date; by: string; data: object }

/**
 * Adds an event to a case that this transaction holds, and tells the webhooks that ask for such; the sweep of due deliveries sends
 * it on. Answers its place among the case's events.
 */
export const addCaseEvent = async (
  client: PoolClient,
  { organizationId, caseId, type, at, by, data }: NewCaseEvent,
): Promise<number> => {
  const { rows } = await hot<{ sequence: number }>(
    client,
    'case.event',
    `with counted as (update cases set event_count = event_count + 1, updated_at = now() where organization_id = $1 and id = $2 returning event_count)
     insert into case_events (organization_id, case_id, sequence, type, at, by, data)
     select $1, $2, event_count, $3, $4, $5, $6 from counted returning sequence`,
    [organizationId, caseId, type, at, by, JSON.stringify(data)],
  )
  const [event] = rows
  if (!event) throw new Error(`case ${caseId} is gone`)
  await announceCaseEvent(client, organizationId, { caseId, sequence: event.sequence, type })
  return event.sequence
}
