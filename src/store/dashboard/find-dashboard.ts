import type { ViewReader } from '@/domain/analysis/saved-view'
import { pool } from '../connection'
import { type Dashboard, summaryColumns, visibleDashboards } from './dashboard-row'

/** One that the member may see. */
export const findDashboard = async ({ organizationId, memberId }: ViewReader, id: string): Promise<Dashboard | undefined> => {
  const { rows } = await pool().query<Dashboard>(`select ${summaryColumns}, d.widgets from ${visibleDashboards} and d.id = $3`, [
    organizationId,
    memberId,
    id,
  ])
  return rows[0]
}
