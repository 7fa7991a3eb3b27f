import { v7 as uuidV7 } from 'uuid'
import { foldTag } from '@/domain/response/tag'
import { withTransaction } from '../connection'
import type { TagRow } from './find-tag'

/** The tag of that name, made where there is none; undefined where the organization has `most` already. */
export const ensureTag = (organizationId: string, name: string, most: number): Promise<TagRow | undefined> =>
  withTransaction(async (client) => {
    const folded = foldTag(name)
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`tags/${organizationId}`])
    const known = await client.query<TagRow>('select id, name from tags where organization_id = $1 and folded = $2', [
      organizationId,
      folded,
    ])
    if (known.rows[0]) return known.rows[0]
    const made = await client.query<TagRow>(
      `insert into tags (organization_id, id, name, folded) select $1, $2, $3, $4
        where (select count(*) from tags where organization_id = $1) < $5 returning id, name`,
      [organizationId, uuidV7(), name, folded, most],
    )
    return made.rows[0]
  })
