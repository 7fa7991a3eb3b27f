import { z } from 'zod'
import { passwordUrl } from '@/auth/password-link'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { emailSchema, roleSchema } from '@/domain/schemas'
import { enqueue } from '@/queue/producer'
import { inviteMember as invite, inviteAgain, withdrawInvite as withdraw } from '@/store/member/change-member'
import { findAccount } from '@/store/member/find-account'
import { changeMembers } from './change-members'

const schema = z.strictObject({
  email: emailSchema,
  role: roleSchema,
  /** the language of their mails until they choose one */
  locale: z.string().max(35),
  name: z.string().trim().max(200).optional(),
})

const send = async (organizationId: string, id: string): Promise<void> => {
  await enqueue('deliver-message', [{ organizationId, id, attempt: 0 }])
}

/** Makes somebody a member and sends them a link to choose a name and a password by. */
export const inviteMember = async (
  organizationId: string,
  input: unknown,
  by: string,
): Promise<{ deliveryId: string } | Failure> => {
  const parsed = parse(schema, input)
  if ('errors' in parsed) return fail('invalid', 'Nobody can be invited like this.', parsed.errors)
  const { email, name } = parsed.value
  const person = { ...parsed.value, name: name || (email.split('@')[0] ?? email) }
  const invited = await changeMembers(organizationId, by, async (scope) => ({ deliveryId: await invite(scope, person) }))
  if (!isFailure(invited)) await send(organizationId, invited.deliveryId)
  return invited
}

/** Sends an invited member the link once more. */
export const inviteMemberAgain = async (
  organizationId: string,
  memberId: string,
  by: string,
): Promise<{ deliveryId: string } | Failure> => {
  const invited = await changeMembers(organizationId, by, async (scope) => {
    const deliveryId = await inviteAgain(scope, memberId, 'en')
    return deliveryId === undefined ? fail('not_found', 'There is no open invitation.') : { deliveryId }
  })
  if (!isFailure(invited)) await send(organizationId, invited.deliveryId)
  return invited
}

/** Takes an invitation back: its links open nothing any more. */
export const withdrawInvite = (organizationId: string, memberId: string, by: string): Promise<{ done: true } | Failure> =>
  changeMembers(organizationId, by, async (scope) =>
    (await withdraw(scope, memberId)) ? { done: true } : fail('not_found', 'There is no open invitation.'),
  )

/**
 * The link itself, to hand over where no mail goes out. Only for somebody who was invited, has no password yet and belongs
 * to this organization alone: it makes whoever holds it that person.
 */
export const getInviteLink = async (organizationId: string, memberId: string, now: Date): Promise<{ url: string } | Failure> => {
  const account = await findAccount(organizationId, memberId)
  if (!account || account.invitedAt === null || account.hasPassword || account.isShared)
    return fail('not_found', 'There is no open invitation.')
  return { url: passwordUrl({ kind: 'invite', ...account }, now) }
}
