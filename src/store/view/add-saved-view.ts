import { v7 as uuidV7 } from 'uuid'
import type { SavedViewInput, ViewReader } from '@/domain/analysis/saved-view'
import { pool } from '../connection'

/** Keeps a view and answers its id; undefined where the member has `most` already. What was taken away a day ago goes for good. */
export const addSavedView = async (
  { organizationId, memberId }: ViewReader,
  { kind, name, parameters, isShared }: SavedViewInput,
  most: number,
): Promise<string | undefined> => {
  await pool().query(`delete from saved_views where organization_id = $1 and removed_at < now() - interval '1 day'`, [
    organizationId,
  ])
  const { rows } = await pool().query<{ id: string }>(
    `insert into saved_views (organization_id, id, member_id, kind, name, parameters, is_shared, updated_at)
     select $1, $2, $3, $4, $5, $6, $7, now()
      where (select count(*) from saved_views where organization_id = $1 and member_id = $3 and removed_at is null) < $8
     returning id`,
    [organizationId, uuidV7(), memberId, kind, name, JSON.stringify(parameters), isShared, most],
  )
  return rows[0]?.id
}
