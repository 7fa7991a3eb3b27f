import { prisma } from '../connection'

type Choice = {
  organizationId: string
  memberId: string
  userId: string
  sessionVersion: number
  passwordHash: string
  name?: string
}

/**
 * Sets a password chosen by a link, unless another was set since the link was made: the session version in it is raised,
 * which ends every session and every other link. Answers whether it was set.
 */
export const choosePassword = (choice: Choice): Promise<boolean> =>
  prisma().$transaction(async (db) => {
    const { organizationId, memberId, userId, sessionVersion, passwordHash, name } = choice
    const { count } = await db.user.updateMany({
      where: { id: userId, sessionVersion },
      data: { passwordHash, sessionVersion: { increment: 1 } },
    })
    if (count === 0) return false
    await db.member.update({
      where: { organizationId_id: { organizationId, id: memberId } },
      data: { invitedAt: null, ...(name === undefined ? {} : { name }) },
    })
    return true
  })
