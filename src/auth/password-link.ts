import { env } from '@/config/env'
import { type AccountMail, accountLinkHours } from '@/domain/organization/account-link'
import { makeToken, readToken } from './signed-token'

/** For whom a link is: it dies with the session version, which every new password raises, so it works once. */
export type PasswordLink = { kind: AccountMail; organizationId: string; memberId: string; sessionVersion: number }

/** The link to choose a password by. From the same beginning it is the same link, so a mail that is sent again says the same. */
export const passwordUrl = (link: PasswordLink, since: Date): string => {
  const expiresAt = new Date(since.getTime() + accountLinkHours[link.kind] * 3_600_000)
  const { kind: k, organizationId: o, memberId: m, sessionVersion: v } = link
  return `${env().appUrl}/password/choose?token=${makeToken('password', { k, o, m, v }, expiresAt)}`
}

export const readPasswordToken = (token: string, now: Date): PasswordLink | undefined => {
  const reading = readToken('password', token, now)
  if ('error' in reading) return undefined
  const { k, o, m, v } = reading.payload
  if ((k !== 'invite' && k !== 'password') || typeof o !== 'string' || typeof m !== 'string' || typeof v !== 'number')
    return undefined
  return { kind: k, organizationId: o, memberId: m, sessionVersion: v }
}
