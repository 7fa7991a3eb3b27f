import type { ViewEditor } from '@/domain/analysis/saved-view'
import { pool } from '../connection'

/** Whose view it must be: the editor's own, or one that is shared where they may tidy up. */
const mine = '(member_id = $3 or (is_shared and $4))'

/** Another name, or another audience; false where there is no such view that they may change. */
export const changeSavedView = async (
  { organizationId, memberId, mayTidy }: ViewEditor,
  id: string,
  { name, isShared }: { name?: string | undefined; isShared?: boolean | undefined },
): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update saved_views set name = coalesce($5, name), is_shared = coalesce($6, is_shared), updated_at = now()
      where organization_id = $1 and id = $2 and removed_at is null and ${mine}`,
    [organizationId, id, memberId, mayTidy, name ?? null, isShared ?? null],
  )
  return rowCount === 1
}

/** Takes a view away, or brings it back; false where there is no such view that they may change. */
export const removeSavedView = async (
  { organizationId, memberId, mayTidy }: ViewEditor,
  id: string,
  isRemoved: boolean,
): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update saved_views set removed_at = case when $5 then now() end, updated_at = now()
      where organization_id = $1 and id = $2 and (removed_at is null) = $5 and ${mine}`,
    [organizationId, id, memberId, mayTidy, isRemoved],
  )
  return rowCount === 1
}
