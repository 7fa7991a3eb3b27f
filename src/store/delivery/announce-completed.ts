import type { PoolClient } from 'pg'
import { hot } from '../connection'
import { announce } from './announce'

type Key = { organizationId: string; id: string }

/**
 * Tells webhooks of responses that were completed, once each, whatever is scored again. Most organizations ask for none of it: then
 * it is one look-up for the whole batch. The sweep hands the messages over.
 */
export const announceCompleted = async (client: PoolClient, responses: readonly Key[]): Promise<void> => {
  if (responses.length === 0) return
  const { rows } = await hot<Key>(
    client,
    'announce.completed',
    `select r.organization_id as "organizationId", r.id
       from unnest($1::uuid[], $2::uuid[]) as wanted(organization_id, id)
       join responses r on r.organization_id = wanted.organization_id and r.id = wanted.id and r.status = 'completed'
      where exists (select 1 from targets t where t.organization_id = wanted.organization_id and t.removed_at is null
                     and t.disabled_at is null and 'response.completed' = any(t.events))`,
    [responses.map(({ organizationId }) => organizationId), responses.map(({ id }) => id)],
  )
  for (const organizationId of new Set(rows.map((row) => row.organizationId)))
    await announce(
      client,
      organizationId,
      rows
        .filter((row) => row.organizationId === organizationId)
        .map(({ id }) => ({ event: 'response.completed', subject: id, responseId: id })),
    )
}
