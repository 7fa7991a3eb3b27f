import type { Role } from '@/domain/schemas'
import { pool } from '../connection'

/** Which shared dashboard each role opens at; one that is no longer shared, or was taken away, is none. */
export const listRoleDashboards = async (organizationId: string): Promise<{ role: Role; dashboardId: string }[]> => {
  const { rows } = await pool().query<{ role: Role; dashboardId: string }>(
    `select r.role, r.dashboard_id as "dashboardId" from role_dashboards r
       join dashboards d on d.organization_id = r.organization_id and d.id = r.dashboard_id
      where r.organization_id = $1 and d.is_shared and d.removed_at is null
      order by r.role limit 20`,
    [organizationId],
  )
  return rows
}

/** False where there is no such shared dashboard. Null lets the role begin at the overview again. */
export const setRoleDashboard = async (organizationId: string, role: Role, dashboardId: string | null): Promise<boolean> => {
  if (dashboardId === null) {
    await pool().query('delete from role_dashboards where organization_id = $1 and role = $2', [organizationId, role])
    return true
  }
  const { rowCount } = await pool().query(
    `insert into role_dashboards (organization_id, role, dashboard_id)
     select organization_id, $2, id from dashboards where organization_id = $1 and id = $3 and is_shared and removed_at is null
         on conflict (organization_id, role) do update set dashboard_id = excluded.dashboard_id`,
    [organizationId, role, dashboardId],
  )
  return rowCount === 1
}
