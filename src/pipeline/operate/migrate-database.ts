import { env } from '@/config/env'
import { migrateQueue } from '@/queue/migrate'
import { migrate, withMigrationLock } from '@/store/migrate'

/** Brings the database, and the queue that lives in it, to this version's shape; names the migrations applied now. */
export const migrateDatabase = (): Promise<string[]> => {
  const { databaseUrl } = env()
  return withMigrationLock(databaseUrl, async () => {
    const applied = await migrate(databaseUrl)
    await migrateQueue(databaseUrl)
    return applied
  })
}
