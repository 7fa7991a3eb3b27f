import type { Widget } from '@/domain/dashboard/dashboard'
import type { Localized } from '@/domain/localized'

/** A dashboard as it stands in a list. */
export type DashboardSummary = {
  id: string
  name: Localized
  isShared: boolean
  /** whether it is the reader's own */
  isOwn: boolean
  /** whose it is */
  owner: string
  changedAt: Date
  /** who saved it last; null where they have left */
  changedBy: string | null
  widgetCount: number
  revision: number
}
export type Dashboard = DashboardSummary & { widgets: Widget[] }

/** Over a row `d`; `$1` is the organization, `$2` the reader. */
export const summaryColumns = `d.id, d.name, d.is_shared as "isShared", d.member_id = $2 as "isOwn", m.name as owner,
  d.updated_at as "changedAt", c.name as "changedBy", jsonb_array_length(d.widgets) as "widgetCount", d.revision`

/** What a reader may see: their own and what others share. */
export const visibleDashboards = `dashboards d
  join members m on m.organization_id = d.organization_id and m.id = d.member_id
  left join members c on c.organization_id = d.organization_id and c.id = d.changed_by
 where d.organization_id = $1 and (d.member_id = $2 or d.is_shared) and d.removed_at is null`
