import { cookies } from 'next/headers'
import { encode } from 'next-auth/jwt'
import { env } from '@/config/env'
import { sessionCookie, sessionSeconds } from './session-cookie'

/** What a session's token carries beside next-auth's own claims. */
export type SessionClaims = { userId: string; organizationId: string; sessionVersion: number }

/** Starts a session as next-auth does after its own callback: the console's form also works before any script has loaded. */
export const startSession = async (claims: SessionClaims): Promise<void> => {
  const { name, options } = sessionCookie()
  const token = await encode({ token: { sub: claims.userId, ...claims }, secret: env().authSecret, maxAge: sessionSeconds })
  const jar = await cookies()
  jar.set(name, token, { ...options, maxAge: sessionSeconds })
}

export const endSession = async (): Promise<void> => {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
