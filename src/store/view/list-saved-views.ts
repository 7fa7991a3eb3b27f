import type { ViewReader } from '@/domain/analysis/saved-view'
import { pool } from '../connection'
import { type SavedView, savedViewColumns } from './saved-view-row'

/** A member's own views and those that others share, by name. */
export const listSavedViews = async ({ organizationId, memberId }: ViewReader): Promise<SavedView[]> => {
  const { rows } = await pool().query<SavedView>(
    `select ${savedViewColumns} from saved_views v
       join members m on m.organization_id = v.organization_id and m.id = v.member_id
      where v.organization_id = $1 and (v.member_id = $2 or v.is_shared) and v.removed_at is null
      order by lower(v.name), v.id limit 500`,
    [organizationId, memberId],
  )
  return rows
}
