import { isUuid } from '@/domain/cursor'
import { roleDefaultSchema } from '@/domain/dashboard/dashboard'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { setRoleDashboard as store } from '@/store/dashboard/role-dashboards'

/** Which shared dashboard a role opens at; `not_found` where it isn't shared. */
export const setRoleDashboard = async (organizationId: string, input: unknown): Promise<{ role: string } | Failure> => {
  const parsed = parse(roleDefaultSchema, input)
  if ('errors' in parsed) return fail('invalid', undefined, parsed.errors)
  const { role, dashboardId } = parsed.value
  const isKnown = dashboardId === null || isUuid(dashboardId)
  return isKnown && (await store(organizationId, role, dashboardId)) ? { role } : fail('not_found')
}
