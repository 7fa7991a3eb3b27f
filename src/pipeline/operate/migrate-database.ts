import { env } from '@/config/env'
import { migrate } from '@/store/migrate'

/** Brings the database to this version's shape; gives the names of the migrations that were applied now. */
export const migrateDatabase = (): Promise<string[]> => migrate(env().databaseUrl)
