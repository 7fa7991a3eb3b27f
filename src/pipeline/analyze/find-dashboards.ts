import type { ViewReader } from '@/domain/analysis/saved-view'
import { isUuid } from '@/domain/cursor'
import { type Failure, fail } from '@/domain/errors'
import type { Dashboard } from '@/store/dashboard/dashboard-row'
import { findDashboard } from '@/store/dashboard/find-dashboard'
import { listRoleDashboards } from '@/store/dashboard/role-dashboards'

export type { Dashboard, DashboardSummary } from '@/store/dashboard/dashboard-row'
export { listDashboards as findDashboards } from '@/store/dashboard/list-dashboards'
export { listRoleDashboards as findRoleDashboards } from '@/store/dashboard/role-dashboards'

/** One dashboard, of the member's own or shared. */
export const getDashboard = async (reader: ViewReader, id: string): Promise<Dashboard | Failure> =>
  (isUuid(id) && (await findDashboard(reader, id))) || fail('not_found')

/** The dashboard that a role opens at, if one is set. */
export const findStartDashboard = async (organizationId: string, role: string): Promise<string | undefined> =>
  (await listRoleDashboards(organizationId)).find((one) => one.role === role)?.dashboardId
