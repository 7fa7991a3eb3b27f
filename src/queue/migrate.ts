import { runMigrations } from 'bullmq'
import pg from 'pg'
import { queueSchema } from './connection'

/** Creates or updates the queue's own schema in the database. Needed where no Redis is set; harmless where one is. */
export const migrateQueue = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await runMigrations(client, queueSchema)
  } finally {
    await client.end()
  }
}
