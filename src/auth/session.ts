import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServerSession } from 'next-auth'
import { cache } from 'react'
import { askedForHeader, signInPath } from '@/config/asked-for'
import { findSessionMember, type SessionMember } from '@/store/user/find-session-member'
import { authOptions } from './next-auth'
import { can, mayAsk, type Permission } from './permissions'

/**
 * The member whose session a request carries, or null. Membership, role and session version are read from the database
 * at each request: a token alone opens nothing once its member has left or its sessions were ended.
 */
export const currentMember = cache(async (): Promise<SessionMember | null> => {
  const session = await getServerSession(authOptions())
  if (!session?.userId || !session.organizationId || session.sessionVersion === undefined) return null
  return findSessionMember({
    userId: session.userId,
    organizationId: session.organizationId,
    sessionVersion: session.sessionVersion,
  })
})

/** The signed-in member; everyone else is sent to the sign-in page, and from there to what they asked for. */
export const requireMember = async (): Promise<SessionMember> => {
  const member = await currentMember()
  if (!member) redirect(signInPath((await headers()).get(askedForHeader)))
  return member
}

/** For pages: the signed-in member, if their role carries the right; others see the page that says so. */
export const requirePermission = async (permission: Permission): Promise<SessionMember> => {
  const member = await requireMember()
  // Whatever the path looks like, as `//`, which is no address for URL.
  const [, ...asked] = ((await headers()).get(askedForHeader) ?? '').split('?')
  if (!can(member.role, permission) || !mayAsk(member.role, new URLSearchParams(asked.join('?')))) redirect('/not-allowed')
  return member
}
