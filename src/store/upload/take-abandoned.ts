import { withTransaction } from '../connection'
import type { FileKey } from './file-store'

/** What an answer names, as the truth: the row's own mark may have been lost between two commits. */
const isNamed = `exists (select 1 from responses r where r.organization_id = u.organization_id and r.id = u.response_id
  and r.answers -> u.question ? u.id::text)`
const isOld = `u.claimed_at is null and u.removed_at is null and u.created_at < now() - make_interval(hours => $1)`

/**
 * Uploads that no answer named within `hours`, marked so that no answer can name them any more, and those that an earlier sweep
 * marked and didn't come to remove.
 */
export const takeAbandoned = (hours: number, limit: number): Promise<FileKey[]> =>
  withTransaction(async (client) => {
    await client.query(`update uploads u set claimed_at = now() where ${isOld} and ${isNamed}`, [hours])
    await client.query(
      `update uploads set removed_at = now() where removed_at is null and claimed_at is null and (organization_id, id) in (
         select u.organization_id, u.id from uploads u where ${isOld} and not ${isNamed} limit $2)`,
      [hours, limit],
    )
    const { rows } = await client.query<FileKey>(
      'select organization_id as "organizationId", id from uploads where removed_at is not null limit $1',
      [limit],
    )
    return rows
  })
