import { v7 as uuid } from 'uuid'
import type { Localized } from '@/domain/localized'
import { prisma } from '../connection'

/** Makes an organization unless one with this key exists; gives its id either way. */
export const createOrganization = async (key: string, name: Localized): Promise<string> => {
  const { id } = await prisma().organization.upsert({
    where: { key },
    update: {},
    create: { id: uuid(), key, name },
    select: { id: true },
  })
  return id
}
