import { prisma } from '../connection'

/** Whether anyone can sign in and administrate this organization already. */
export const hasAdministrator = async (organizationId: string): Promise<boolean> => {
  const found = await prisma().member.findFirst({
    where: { organizationId, role: 'admin', isActive: true, user: { passwordHash: { not: null } } },
    select: { id: true },
  })
  return found !== null
}
