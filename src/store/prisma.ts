import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'
import { pool } from './pool'

const KEY = Symbol.for('earshot.prisma')
const shared = globalThis as unknown as Record<symbol, PrismaClient | undefined>

/** Prisma on the process's own pool, so that both ways to the database share one number of connections. */
export const prisma = (): PrismaClient => {
  shared[KEY] ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return shared[KEY]
}

export const closePrisma = async (): Promise<void> => {
  const opened = shared[KEY]
  shared[KEY] = undefined
  await opened?.$disconnect()
}
