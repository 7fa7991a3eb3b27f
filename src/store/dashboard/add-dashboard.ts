import { v7 as uuidV7 } from 'uuid'
import type { ViewReader } from '@/domain/analysis/saved-view'
import type { DashboardInput } from '@/domain/dashboard/dashboard'
import { pool } from '../connection'

/** Keeps a dashboard and answers its id; undefined where the member has `most` already. What was taken away a day ago goes for good. */
export const addDashboard = async (
  { organizationId, memberId }: ViewReader,
  { name, isShared, widgets }: DashboardInput,
  most: number,
): Promise<string | undefined> => {
  await pool().query(`delete from dashboards where organization_id = $1 and removed_at < now() - interval '1 day'`, [
    organizationId,
  ])
  const { rows } = await pool().query<{ id: string }>(
    `insert into dashboards (organization_id, id, member_id, name, widgets, is_shared, updated_at, changed_by)
     select $1, $2, $3, $4, $5, $6, now(), $3
      where (select count(*) from dashboards where organization_id = $1 and member_id = $3 and removed_at is null) < $7
     returning id`,
    [organizationId, uuidV7(), memberId, JSON.stringify(name), JSON.stringify(widgets), isShared, most],
  )
  return rows[0]?.id
}
