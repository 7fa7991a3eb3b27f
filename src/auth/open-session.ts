import { findMembership } from '@/store/user/find-membership'
import { startSession } from './session-token'
import { type SignInAttempt, type SignInRefusal, verifySignIn } from './verify-sign-in'

type Opened = { locale: string | null; organizationId: string; role: string }

/** Signs a user in to their first organization. Answers with the user's language and where they are now, or why not. */
export const openSession = async (attempt: SignInAttempt): Promise<Opened | SignInRefusal | { error: 'no_membership' }> => {
  const user = await verifySignIn(attempt)
  if ('error' in user) return user
  const membership = await findMembership(user.id)
  if (!membership) return { error: 'no_membership' }
  await startSession({ userId: user.id, organizationId: membership.organizationId, sessionVersion: user.sessionVersion })
  return { locale: user.locale, ...membership }
}
