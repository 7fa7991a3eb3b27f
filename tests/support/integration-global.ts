import { migrateQueue } from '@/queue/migrate'
import { migrate, withMigrationLock } from '@/store/migrate'
import { adminQuery, databaseUrl } from './admin-query'
import { TEMPLATE } from './database'

/** Makes the migrated database that every test file copies. */
export const setup = async (): Promise<void> => {
  await adminQuery(`drop database if exists ${TEMPLATE} with (force)`)
  await adminQuery(`create database ${TEMPLATE}`)
  const url = databaseUrl(TEMPLATE)
  await withMigrationLock(url, async () => {
    await migrate(url)
    await migrateQueue(url)
  })
}

export const teardown = (): Promise<void> => adminQuery(`drop database if exists ${TEMPLATE} with (force)`)
