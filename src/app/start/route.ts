import { redirect } from 'next/navigation'
import { requireMember } from '@/auth/session'
import { findStartDashboard } from '@/pipeline/analyze/find-dashboards'

/** Where a member finds themselves after signing in: at their role's dashboard, or at the overview. */
export const GET = async (): Promise<never> => {
  const { organizationId, role } = await requireMember()
  const dashboard = await findStartDashboard(organizationId, role)
  redirect(dashboard ? `/dashboards/${dashboard}` : '/')
}
