import { Pool } from 'pg'
import { env } from '@/config/env'

const KEY = Symbol.for('earshot.pool')
const shared = globalThis as unknown as Record<symbol, Pool | undefined>

/** How many connections one process uses at most; web and worker together stay well under the server's usual 100. */
const MAX_CONNECTIONS = 20

/** The one pool of this process, opened when first used. A broken idle connection is dropped and replaced by pg itself. */
export const pool = (): Pool => {
  if (!shared[KEY]) {
    const opened = new Pool({
      connectionString: env().databaseUrl,
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      application_name: 'earshot',
    })
    opened.on('error', () => {})
    shared[KEY] = opened
  }
  return shared[KEY]
}

export const closePool = async (): Promise<void> => {
  const opened = shared[KEY]
  shared[KEY] = undefined
  await opened?.end()
}
