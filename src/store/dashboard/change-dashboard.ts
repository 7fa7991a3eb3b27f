import type { ViewEditor } from '@/domain/analysis/saved-view'
import type { DashboardInput } from '@/domain/dashboard/dashboard'
import { pool } from '../connection'

/** Whose it must be: the editor's own, or one that is shared where they may tidy up. */
const mine = '(member_id = $3 or (is_shared and $4))'

/**
 * Saves over the revision that was edited, and answers the next one; undefined where there is no such dashboard at that
 * revision that they may change. Only its member decides who sees it.
 */
export const changeDashboard = async (
  { organizationId, memberId, mayTidy }: ViewEditor,
  id: string,
  revision: number,
  { name, isShared, widgets }: DashboardInput,
): Promise<number | undefined> => {
  const { rows } = await pool().query<{ revision: number }>(
    `update dashboards
        set name = $6, widgets = $7, is_shared = case when member_id = $3 then $8 else is_shared end,
            revision = revision + 1, updated_at = now(), changed_by = $3
      where organization_id = $1 and id = $2 and removed_at is null and revision = $5 and ${mine}
      returning revision`,
    [organizationId, id, memberId, mayTidy, revision, JSON.stringify(name), JSON.stringify(widgets), isShared],
  )
  return rows[0]?.revision
}

/** Takes a dashboard away, or brings it back; false where there is no such one that they may change. */
export const removeDashboard = async (
  { organizationId, memberId, mayTidy }: ViewEditor,
  id: string,
  isRemoved: boolean,
): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update dashboards set removed_at = case when $5 then now() end
      where organization_id = $1 and id = $2 and (removed_at is null) = $5 and ${mine}`,
    [organizationId, id, memberId, mayTidy, isRemoved],
  )
  return rowCount === 1
}
