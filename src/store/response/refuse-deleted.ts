import type { PoolClient } from 'pg'
import { hot } from '../connection'

type Reference = { organizationId: string; id: string }

/**
 * Of responses that this transaction has just inserted, those whose id was deleted before: they go again at once. Asked after the
 * insert, since an insert that waited for a deletion's end doesn't see in its own statement what that deletion left.
 */
export const refuseDeleted = async <Row extends Reference>(client: PoolClient, inserted: readonly Row[]): Promise<Row[]> => {
  if (inserted.length === 0) return []
  const keys = [inserted.map((row) => row.organizationId), inserted.map((row) => row.id)]
  const { rows } = await hot<{ organization_id: string; id: string }>(
    client,
    'accept.deleted',
    `select d.organization_id, d.id from deleted_responses d
       join unnest($1::uuid[], $2::uuid[]) as wanted(organization_id, id) using (organization_id, id)`,
    keys,
  )
  if (rows.length === 0) return []
  const gone = new Set(rows.map((row) => `${row.organization_id}/${row.id}`))
  const refused = inserted.filter((row) => gone.has(`${row.organizationId}/${row.id}`))
  await client.query(
    `delete from responses r using unnest($1::uuid[], $2::uuid[]) as refused(organization_id, id)
      where r.organization_id = refused.organization_id and r.id = refused.id`,
    [refused.map((row) => row.organizationId), refused.map((row) => row.id)],
  )
  return refused
}
