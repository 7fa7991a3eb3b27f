import { can } from '@/auth/permissions'
import { requireMember } from '@/auth/session'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { SavedMenu } from './saved-menu'
import type { Screen } from './screens'

/** The member's own segments and views, and those that others share. */
export const SavedViews = async ({ screen }: { screen: Screen }) => {
  const { organizationId, memberId, role } = await requireMember()
  const views = await findSavedViews({ organizationId, memberId })
  return <SavedMenu screen={screen} views={views} mayTidy={can(role, 'programme.write')} />
}
