import { hashPassword } from '@/auth/password'
import { readPasswordToken } from '@/auth/password-link'
import type { AccountMail } from '@/domain/organization/account-link'
import { type Account, findAccount } from '@/store/member/find-account'
import { choosePassword as store } from '@/store/user/choose-password'

const find = async (token: string, now: Date): Promise<{ kind: AccountMail; account: Account } | undefined> => {
  const link = readPasswordToken(token, now)
  const account = link && (await findAccount(link.organizationId, link.memberId))
  if (!link || account?.sessionVersion !== link.sessionVersion) return undefined
  if (link.kind === 'invite' && (account.hasPassword || account.invitedAt === null)) return undefined
  return { kind: link.kind, account }
}

/** Whose password a link lets choose; undefined if it is forged, too old, used, or taken back. */
export const openPasswordLink = async (
  token: string,
  now: Date,
): Promise<(Pick<Account, 'email' | 'name' | 'organizationName'> & { kind: AccountMail }) | undefined> => {
  const found = await find(token, now)
  if (!found) return undefined
  const { email, name, organizationName } = found.account
  return { kind: found.kind, email, name, organizationName }
}

/** Sets the password of the person whom the link was sent to; somebody who was invited gives their name with it. */
export const choosePassword = async (
  { token, password, name }: { token: string; password: string; name?: string },
  now: Date,
): Promise<{ email: string } | { error: 'link_used' }> => {
  const found = await find(token, now)
  if (!found) return { error: 'link_used' }
  const { account, kind } = found
  const isSet = await store({
    ...account,
    passwordHash: await hashPassword(password),
    ...(kind === 'invite' && name !== undefined ? { name } : {}),
  })
  return isSet ? { email: account.email } : { error: 'link_used' }
}
