import type { ViewReader } from '@/domain/analysis/saved-view'
import { pool } from '../connection'
import { type DashboardSummary, summaryColumns, visibleDashboards } from './dashboard-row'

/** A member's own dashboards and those that others share, the last changed first. */
export const listDashboards = async ({ organizationId, memberId }: ViewReader): Promise<DashboardSummary[]> => {
  const { rows } = await pool().query<DashboardSummary>(
    `select ${summaryColumns} from ${visibleDashboards} order by d.updated_at desc, d.id limit 500`,
    [organizationId, memberId],
  )
  return rows
}
