import type { PoolClient } from 'pg'

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
