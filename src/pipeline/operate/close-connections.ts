import { closePool } from '@/store/pool'
import { closePrisma } from '@/store/prisma'

/** Ends this process's connections; the last step of a shutdown. */
export const closeConnections = async (): Promise<void> => {
  await closePrisma()
  await closePool()
}
