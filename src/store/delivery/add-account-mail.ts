import { v7 as uuidV7 } from 'uuid'
import type { AccountMail } from '@/domain/organization/account-link'
import type { Transaction } from '../connection'

type Recipient = { organizationId: string; memberId: string; email: string; name: string; locale: string }

/** Writes down that a mail about a member's account is to be sent. Answers its id. */
export const addAccountMail = async (
  db: Transaction,
  kind: AccountMail,
  { organizationId, memberId, email, name, locale }: Recipient,
): Promise<string> => {
  const id = uuidV7()
  await db.delivery.create({
    data: {
      organizationId,
      id,
      key: `${kind}:${id}|${email}|email`,
      kind,
      channel: 'email',
      recipient: email,
      recipientName: name,
      locale,
      memberId,
      status: 'pending',
      nextAttemptAt: new Date(),
    },
  })
  return id
}

/** What was still to be sent to a member who is no longer to be asked. */
export const endAccountMails = async (db: Transaction, organizationId: string, memberId: string): Promise<void> => {
  await db.delivery.updateMany({
    where: { organizationId, memberId, status: { in: ['pending', 'retrying', 'dead'] } },
    data: { status: 'dead', nextAttemptAt: null, lastError: 'withdrawn', memberId: null },
  })
}
