import { readDatabaseHealth } from '@/store/health/read-database-health'

export interface Health {
  /** the database answers and is migrated: the only things without which nothing can be accepted */
  isReady: boolean
  checks: {
    database: 'ok' | 'unreachable' | 'migrations pending'
    queue: 'ok' | 'degraded'
    mail: 'ok' | 'captured' | 'degraded'
  }
}

/** The state of what this installation depends on. A degraded queue or mail is named but takes nothing out of service. */
export const checkHealth = async (): Promise<Health> => {
  const { isAnswering, pendingMigrations } = await readDatabaseHealth()
  const database = !isAnswering ? 'unreachable' : pendingMigrations.length > 0 ? 'migrations pending' : 'ok'
  return { isReady: database === 'ok', checks: { database, queue: 'ok', mail: 'ok' } }
}
