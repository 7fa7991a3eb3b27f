import type { ViewEditor } from '@/domain/analysis/saved-view'
import { isUuid } from '@/domain/cursor'
import { dashboardSaveSchema } from '@/domain/dashboard/dashboard'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { changeDashboard } from '@/store/dashboard/change-dashboard'
import type { Dashboard } from '@/store/dashboard/dashboard-row'
import { getDashboard } from './find-dashboards'

/** `now`: the dashboard as somebody else has saved it meanwhile. */
export type DashboardConflict = Failure & { now: Pick<Dashboard, 'revision' | 'changedBy' | 'changedAt'> }

/**
 * Saves a dashboard over the revision that was edited. `conflict` where somebody has saved another since, `forbidden` where it
 * may be seen but not changed.
 */
export const saveDashboard = async (
  editor: ViewEditor,
  id: string,
  input: unknown,
): Promise<{ revision: number } | Failure | DashboardConflict> => {
  const parsed = parse(dashboardSaveSchema, input)
  if ('errors' in parsed) return fail('invalid', 'This dashboard can’t be saved.', parsed.errors)
  if (!isUuid(id)) return fail('not_found')
  const revision = await changeDashboard(editor, id, parsed.value.revision, parsed.value.dashboard)
  if (revision !== undefined) return { revision }
  const now = await getDashboard(editor, id)
  if (isFailure(now)) return now
  if (!now.isOwn && !editor.mayTidy) return fail('forbidden')
  const { changedBy, changedAt } = now
  return { ...fail('conflict', 'Somebody else has saved it meanwhile.'), now: { revision: now.revision, changedBy, changedAt } }
}
