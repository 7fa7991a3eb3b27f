import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { withTransaction } from '../connection'

export type TagChangeKind = 'add' | 'remove'
export type TagChange = { organizationId: string; id: string; tagId: string; kind: TagChangeKind; by: string }

const statements: Record<TagChangeKind, string> = {
  add: `insert into response_tags (organization_id, response_id, tag_id, by)
        select r.organization_id, r.id, $2, $4 from responses r where r.organization_id = $1 and r.id = any($3::uuid[])
        on conflict do nothing returning response_id as id`,
  remove: `delete from response_tags where organization_id = $1 and tag_id = $2 and response_id = any($3::uuid[]) and $4::text is not null
           returning response_id as id`,
}

const write = async (
  client: PoolClient,
  { organizationId, tagId, kind, by }: Omit<TagChange, 'id'>,
  ids: readonly string[],
): Promise<string[]> => {
  const { rows } = await client.query<{ id: string }>(statements[kind], [organizationId, tagId, ids, by])
  return rows.map(({ id }) => id)
}

/**
 * Puts a tag on responses of the organization, or takes it off, and notes in the change whom it changed. Called with the same change
 * again it goes on with it. Answers how many it changed this time.
 */
export const changeTags = (change: TagChange, ids: readonly string[]): Promise<number> =>
  withTransaction(async (client) => {
    const changed = await write(client, change, ids)
    if (changed.length === 0) return 0
    const { organizationId, id, tagId, kind, by } = change
    await client.query(
      `insert into tag_changes (organization_id, id, tag_id, kind, by, response_ids) values ($1, $2, $3, $4, $5, $6::uuid[])
       on conflict (organization_id, id) do update set response_ids = tag_changes.response_ids || excluded.response_ids`,
      [organizationId, id, tagId, kind, by, changed],
    )
    return changed.length
  })

/** Takes a member's own change back, once, within `hours`; answers how many responses that changed, undefined where there is none. */
export const undoTagChange = (organizationId: string, id: string, by: string, hours: number): Promise<number | undefined> =>
  withTransaction(async (client) => {
    const { rows } = await client.query<{ tagId: string; kind: TagChangeKind; ids: string[] }>(
      `update tag_changes set undone_at = now()
        where organization_id = $1 and id = $2 and by = $3 and undone_at is null and at > now() - make_interval(hours => $4)
       returning tag_id as "tagId", kind, response_ids as ids`,
      [organizationId, id, by, hours],
    )
    const done = rows[0]
    if (!done) return undefined
    const kind = done.kind === 'add' ? 'remove' : 'add'
    const changed = await write(client, { organizationId, tagId: done.tagId, kind, by }, done.ids)
    if (changed.length > 0)
      await client.query(
        `insert into tag_changes (organization_id, id, tag_id, kind, by, response_ids, undone_at) values ($1, $2, $3, $4, $5, $6::uuid[], now())`,
        [organizationId, uuidV7(), done.tagId, kind, by, changed],
      )
    return changed.length
  })
