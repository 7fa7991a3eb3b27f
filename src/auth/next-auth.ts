import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/config/env'
import { findMembership } from '@/store/user/find-membership'
import { callerAddress } from './caller-address'
import { sessionCookie, sessionSeconds } from './session-cookie'
import { verifySignIn } from './verify-sign-in'

const readHeader = (headers: unknown) => (name: string) => {
  const value = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined
  return typeof value === 'string' ? value : undefined
}

/** Made at each call: configuration is read when first needed, not when a build imports this. */
export const authOptions = (): NextAuthOptions => ({
  secret: env().authSecret,
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    Credentials({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (given, request) => {
        const user = await verifySignIn({
          email: given?.email ?? '',
          password: given?.password ?? '',
          address: callerAddress(readHeader(request.headers)),
        })
        if ('error' in user) return null
        const membership = await findMembership(user.id)
        if (!membership) return null
        return { id: user.id, organizationId: membership.organizationId, sessionVersion: user.sessionVersion }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user ? { ...token, userId: user.id, organizationId: user.organizationId, sessionVersion: user.sessionVersion } : token,
    session: ({ session, token }) => ({
      ...session,
      userId: token.userId,
      organizationId: token.organizationId,
      sessionVersion: token.sessionVersion,
    }),
  },
})
