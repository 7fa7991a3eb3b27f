import { readBacklog } from '@/store/health/read-backlog'
import { readDatabaseHealth } from '@/store/health/read-database-health'
import { sealStored } from '@/store/sealing/seal-stored'
import { sayUnread } from '../seal-secrets'
import { bad, type Finding, good } from './finding'

/** A worker that keeps up leaves nothing due for longer. */
const LATE_SECONDS = 60

const lookAtWork = async (): Promise<Finding[]> => {
  const { unscored, oldestSeconds, deliveries } = await readBacklog()
  const dead = deliveries.dead ?? 0
  return [
    oldestSeconds > LATE_SECONDS
      ? bad(
          'worker',
          `${unscored} responses wait to be scored, the oldest for ${Math.round(oldestSeconds)} s`,
          'Start the worker, or read its log.',
        )
      : good('worker', unscored === 0 ? 'nothing waits' : `${unscored} responses are being scored`),
    dead > 0
      ? bad(
          'deliveries',
          `${dead} messages could not be delivered`,
          'Mend the cause shown on the Deliveries screen and replay them there.',
        )
      : good('deliveries', 'none has failed for good'),
  ]
}

/** Whether this installation's key opens what is sealed. */
const lookAtSealed = async (): Promise<Finding> => {
  const { plain, former, unread } = await sealStored({ isLooking: true })
  const trouble = sayUnread(unread)
  if (trouble) return bad('sealing', `${unread.length} of the stored secrets can’t be read`, trouble)
  if (plain > 0) return bad('sealing', `${plain} of the stored secrets stand plain`, 'Start the worker: it seals them.')
  if (former > 0)
    return bad('sealing', `${former} of the stored secrets need AUTH_SECRET_FORMER`, 'Start the worker: it seals them anew.')
  return good('sealing', 'stored secrets are sealed and can be read')
}

export const lookAtDatabase = async (): Promise<Finding[]> => {
  const { isAnswering, pendingMigrations } = await readDatabaseHealth()
  if (!isAnswering)
    return [bad('database', 'does not answer', 'Start it, and check the name, port, user and password in DATABASE_URL.')]
  const answering = good('database', 'answers')
  if (pendingMigrations.length > 0)
    return [answering, bad('migrations', `${pendingMigrations.join(', ')} not applied`, 'Run: npm run cli -- migrate')]
  return [answering, good('migrations', 'all applied'), ...(await lookAtWork()), await lookAtSealed()]
}
