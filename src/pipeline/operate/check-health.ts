import { env } from '@/config/env'
import { countJobs } from '@/queue/producer'
import { readBacklog } from '@/store/health/read-backlog'
import { readDatabaseHealth } from '@/store/health/read-database-health'

export interface Health {
  /** the database answers and is migrated: the only things without which nothing can be accepted */
  isReady: boolean
  checks: {
    database: 'ok' | 'unreachable' | 'migrations pending'
    queue: 'ok' | 'degraded'
    /** captured: no mail server is set, messages are kept and shown on the Deliveries screen */
    mail: 'ok' | 'captured' | 'degraded'
  }
}

/** A balancer asks every few seconds, from several places: what lies behind the queue and mail answers is asked this seldom. */
const FRESH_MS = 5_000
const TIMEOUT_MS = 1_000

type Soft = Pick<Health['checks'], 'queue' | 'mail'>
let soft: { at: number; checks: Promise<Soft> } | undefined

const within = <T>(work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no answer in time')), TIMEOUT_MS).unref()),
  ])

const isAnswering = (work: Promise<unknown>): Promise<boolean> =>
  within(work).then(
    () => true,
    () => false,
  )

const checkSoftly = async (): Promise<Soft> => {
  const mail = within(readBacklog()).then(
    ({ isMailFailing }) => (isMailFailing ? 'degraded' : env().smtpUrl ? 'ok' : 'captured'),
    () => 'degraded' as const,
  )
  return { queue: (await isAnswering(countJobs())) ? 'ok' : 'degraded', mail: await mail }
}

/** The state of what this installation depends on. A degraded queue or mail is named but takes nothing out of service. */
export const checkHealth = async (): Promise<Health> => {
  const { isAnswering: answers, pendingMigrations } = await readDatabaseHealth()
  if (!answers) return { isReady: false, checks: { database: 'unreachable', queue: 'degraded', mail: 'degraded' } }
  if (pendingMigrations.length > 0)
    return { isReady: false, checks: { database: 'migrations pending', queue: 'degraded', mail: 'degraded' } }
  const now = performance.now()
  if (!soft || now - soft.at > FRESH_MS) soft = { at: now, checks: checkSoftly() }
  return { isReady: true, checks: { database: 'ok', ...(await soft.checks) } }
}
