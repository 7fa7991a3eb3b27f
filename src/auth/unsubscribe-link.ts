import { env } from '@/config/env'
import { makeToken, readToken } from './signed-token'

/** An unsubscribe link must work as long as its mail may be found. */
const validDays = 5 * 365

/** The address at which a customer stops being asked; for a mail's foot and its List-Unsubscribe header (RFC 8058). */
export const unsubscribeUrl = (organizationId: string, customerId: string, now: Date): string => {
  const expiresAt = new Date(now.getTime() + validDays * 86_400_000)
  return `${env().appUrl}/u/${makeToken('unsubscribe', { o: organizationId, c: customerId }, expiresAt)}`
}

/** Whom such a link is for; undefined for one that isn't ours or has expired. */
export const readUnsubscribeToken = (token: string, now: Date): { organizationId: string; customerId: string } | undefined => {
  const read = readToken('unsubscribe', token, now)
  if ('error' in read) return undefined
  const { o, c } = read.payload
  return typeof o === 'string' && typeof c === 'string' ? { organizationId: o, customerId: c } : undefined
}
