import { addAccountMail, endAccountMails } from '../delivery/add-account-mail'
import { countAdministrators, keepAdministrator } from '../programme/keep-administrator'
import { recordChange } from '../programme/record-change'
import { saveMember } from '../programme/save-member'
import { Refused, type Scope } from '../programme/transaction'

const findMember = ({ db, organizationId }: Scope, id: string) =>
  db.member.findUnique({
    where: { organizationId_id: { organizationId, id } },
    include: { user: { include: { members: true } } },
  })

type Found = NonNullable<Awaited<ReturnType<typeof findMember>>>

const asObject = ({ name, role, isActive }: Found) => ({ name, role, ...(isActive ? {} : { isActive }) })

/** Makes somebody a member and asks them by mail; answers the mail's id. An active member is refused. */
export const inviteMember = async (
  scope: Scope,
  {
    email,
    name,
    role,
    locale,
  }: { email: string; name: string; role: 'admin' | 'manager' | 'analyst' | 'owner' | 'viewer'; locale: string },
): Promise<string> => {
  const { db, organizationId } = scope
  const known = await db.member.findFirst({ where: { organizationId, isActive: true, user: { email } }, select: { id: true } })
  if (known) throw new Refused([{ path: 'email', message: 'is a member already' }])
  await saveMember(scope, email, { name, role }, undefined)
  const member = await db.member.findFirstOrThrow({
    where: { organizationId, user: { email } },
    include: { user: { include: { members: true } } },
  })
  // The language of somebody whom another organization knows is theirs to choose.
  if (member.user.locale === null && member.user.members.length === 1)
    await db.user.update({ where: { id: member.userId }, data: { locale } })
  await db.member.update({ where: { organizationId_id: { organizationId, id: member.id } }, data: { invitedAt: new Date() } })
  return addAccountMail(db, 'invite', { organizationId, memberId: member.id, email, name, locale: member.user.locale ?? locale })
}

/** Asks an invited member once more; undefined if there is none who was asked and hasn't come yet. */
export const inviteAgain = async ({ db, organizationId }: Scope, id: string, locale: string): Promise<string | undefined> => {
  const member = await findMember({ db, organizationId }, id)
  if (!member?.isActive || member.invitedAt === null || member.user.passwordHash !== null) return undefined
  await db.member.update({ where: { organizationId_id: { organizationId, id } }, data: { invitedAt: new Date() } })
  const { email, locale: own } = member.user
  return addAccountMail(db, 'invite', { organizationId, memberId: id, email, name: member.name, locale: own ?? locale })
}

const isResponsible = async ({ db, organizationId }: Scope, id: string): Promise<boolean> => {
  const owned = { organizationId, ownerMemberId: id }
  return (
    (await db.touchpoint.findFirst({ where: owned, select: { id: true } })) !== null ||
    (await db.case.findFirst({ where: owned, select: { id: true } })) !== null
  )
}

/** Takes an invited person's membership away again, before they came. One who answers for something already is only switched off. */
export const withdrawInvite = async (scope: Scope, id: string): Promise<boolean> => {
  const { db, organizationId } = scope
  const member = await findMember(scope, id)
  if (!member || member.invitedAt === null || member.user.passwordHash !== null) return false
  const administrators = await countAdministrators(scope)
  await endAccountMails(db, organizationId, id)
  if (await isResponsible(scope, id)) return switchMember(scope, id, false)
  await db.delivery.updateMany({ where: { organizationId, memberId: id }, data: { memberId: null } })
  await db.member.delete({ where: { organizationId_id: { organizationId, id } } })
  if (member.user.members.length === 1) await db.user.delete({ where: { id: member.userId } })
  await keepAdministrator(scope, administrators)
  await recordChange(scope, { kind: 'members', key: member.user.email, before: asObject(member), after: undefined })
  return true
}

/**
 * Switches a member off or on. Off ends their sessions: for somebody who belongs to another organization too only here,
 * since a session asks for the membership at each request.
 */
export const switchMember = async (scope: Scope, id: string, isActive: boolean): Promise<boolean> => {
  const { db, organizationId } = scope
  const member = await findMember(scope, id)
  if (!member) return false
  if (member.isActive === isActive) return true
  const administrators = await countAdministrators(scope)
  await db.member.update({ where: { organizationId_id: { organizationId, id } }, data: { isActive } })
  if (!isActive && member.user.members.length === 1)
    await db.user.update({ where: { id: member.userId }, data: { sessionVersion: { increment: 1 } } })
  if (!isActive) await endAccountMails(db, organizationId, id)
  await keepAdministrator(scope, administrators)
  const after = { ...member, isActive }
  await recordChange(scope, { kind: 'members', key: member.user.email, before: asObject(member), after: asObject(after) })
  return true
}
