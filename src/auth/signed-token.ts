import { createHmac, timingSafeEqual } from 'node:crypto'
import { env } from '@/config/env'

/** What a token is for: one that was made for one purpose is invalid for every other. */
export type TokenPurpose = 'acknowledge' | 'unsubscribe' | 'customer' | 'proof' | 'set-up' | 'password' | 'test' | 'verify'

const sign = (body: string): Buffer => createHmac('sha256', env().authSecret).update(`earshot.v1.${body}`).digest()

/**
 * `payload.expiry.signature`, each base64url: stateless, for links that leave the house. The payload can be read by anyone
 * who holds the link, so it carries ids only.
 * @param expiresAt seconds are enough: it is rounded up
 */
export const makeToken = (purpose: TokenPurpose, payload: Record<string, string | number>, expiresAt: Date): string => {
  const body = `${Buffer.from(JSON.stringify(payload)).toString('base64url')}.${Math.ceil(expiresAt.getTime() / 1000).toString(36)}`
  return `${body}.${sign(`${purpose}.${body}`).toString('base64url')}`
}

export type TokenReading = { payload: Record<string, unknown> } | { error: 'expired' | 'invalid' }

/** Reads a token of one purpose. The signature is checked first and in constant time, so `expired` is only said of real tokens. */
export const readToken = (purpose: TokenPurpose, token: string, now: Date): TokenReading => {
  const [payload, expiry, signature, ...rest] = token.split('.')
  if (!payload || !expiry || !signature || rest.length > 0) return { error: 'invalid' }
  const given = Buffer.from(signature, 'base64url')
  const wanted = sign(`${purpose}.${payload}.${expiry}`)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return { error: 'invalid' }
  if (Number.parseInt(expiry, 36) * 1000 <= now.getTime()) return { error: 'expired' }
  const parsed: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  return typeof parsed === 'object' && parsed !== null ? { payload: parsed as Record<string, unknown> } : { error: 'invalid' }
}
