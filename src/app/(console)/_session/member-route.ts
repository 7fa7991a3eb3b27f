import { can, mayAsk, type Permission } from '@/auth/permissions'
import { currentMember } from '@/auth/session'

type SessionMember = NonNullable<Awaited<ReturnType<typeof currentMember>>>

/**
 * A route of the console for members who may do this: 401 without a session, 403 without the right. Unlike a page it sends nobody
 * elsewhere, since no person reads its answer.
 */
export const memberRoute =
  (permission: Permission, answer: (member: SessionMember, request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    const member = await currentMember()
    if (!member) return new Response('Sign in first.', { status: 401 })
    if (!can(member.role, permission) || !mayAsk(member.role, new URL(request.url).searchParams))
      return new Response('Your role may not do this.', { status: 403 })
    return answer(member, request)
  }
