import { v7 as uuid } from 'uuid'
import { prisma } from '../connection'

export interface NewApiKey {
  name: string
  role: string
  hash: string
  prefix: string
}

export const createApiKey = async (organizationId: string, key: NewApiKey): Promise<string> => {
  const { id } = await prisma().apiKey.create({ data: { organizationId, id: uuid(), ...key }, select: { id: true } })
  return id
}
