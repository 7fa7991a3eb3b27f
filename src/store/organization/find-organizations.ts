import type { Localized } from '@/domain/localized'
import { prisma } from '../connection'

export interface OrganizationRow {
  id: string
  key: string
  name: Localized
}

/** All organizations of this installation, oldest first. For operators at the command line, never for a member. */
export const findOrganizations = async (): Promise<OrganizationRow[]> => {
  const rows = await prisma().organization.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, key: true, name: true },
  })
  return rows.map((row) => ({ ...row, name: row.name as Localized }))
}
