import { enqueue } from '@/queue/producer'
import { prisma } from '@/store/connection'
import { addAccountMail } from '@/store/delivery/add-account-mail'
import { findAccountByEmail } from '@/store/member/find-account'

/**
 * Sends whoever signs in with this address a link to choose a new password. Nothing is answered: whether an address is
 * known here is nobody's business. Members who get mail only, and were never asked to sign in, get none.
 */
export const requestPassword = async (email: string): Promise<void> => {
  const account = await findAccountByEmail(email.trim().toLowerCase())
  if (!account || !(account.hasPassword || account.invitedAt !== null)) return
  const { organizationId } = account
  const kind = account.hasPassword ? 'password' : 'invite'
  const id = await addAccountMail(prisma(), kind, account)
  await enqueue('deliver-message', [{ organizationId, id, attempt: 0 }])
}
