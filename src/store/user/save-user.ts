import { v7 as uuid } from 'uuid'
import { prisma } from '../connection'
import { countAdministrators, keepAdministrator } from '../programme/keep-administrator'

export interface NewMember {
  email: string
  name: string
  role: string
  passwordHash?: string
}

/** Makes or changes a user and their membership, together. A new password ends the sessions made with the old one. */
export const saveUser = (
  organizationId: string,
  { email, name, role, passwordHash }: NewMember,
): Promise<{ userId: string; isNew: boolean }> =>
  prisma().$transaction(async (transaction) => {
    const administrators = await countAdministrators({ db: transaction, organizationId })
    const existing = await transaction.user.findUnique({ where: { email }, select: { id: true } })
    const password = passwordHash === undefined ? {} : { passwordHash, sessionVersion: { increment: 1 } }
    const { id: userId } = await transaction.user.upsert({
      where: { email },
      update: password,
      create: { id: uuid(), email, ...(passwordHash === undefined ? {} : { passwordHash }) },
      select: { id: true },
    })
    await transaction.member.upsert({
      where: { organizationId_userId: { organizationId, userId } },
      update: { name, role, isActive: true },
      create: { organizationId, id: uuid(), userId, name, role },
    })
    await keepAdministrator({ db: transaction, organizationId }, administrators)
    return { userId, isNew: existing === null }
  })
