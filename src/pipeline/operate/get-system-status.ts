import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { env } from '@/config/env'
import { inRoot } from '@/config/paths'
import { countJobs, type QueueCounts } from '@/queue/producer'
import { countUnsentDeliveries } from '@/store/delivery/count-unsent-deliveries'
import { readServerVersion } from '@/store/health/read-server-version'
import { type DueWork, dueWork } from '@/store/reports/due-work'

export type SystemStatus = {
  /** null: the queue doesn't answer; rows wait and the sweeps pick them up */
  queues: QueueCounts[] | null
  queueBackend: 'redis' | 'postgresql'
  due: DueWork
  deliveries: Record<'pending' | 'retrying' | 'dead', number>
  mail: 'smtp' | 'captured'
  versions: { earshot: string; node: string; postgresql: string }
}

const patienceMilliseconds = 1_500

const withinPatience = <T>(work: Promise<T>): Promise<T | null> =>
  Promise.race([work, new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMilliseconds).unref())])

const readVersion = async (): Promise<string> =>
  z.object({ version: z.string() }).parse(JSON.parse(await readFile(inRoot('package.json'), 'utf8'))).version

/** What the status screen shows beside the latencies. A queue that is away is a state to show, not a failure of the page. */
export const getSystemStatus = async (organizationId: string, now: Date): Promise<SystemStatus> => {
  const [queues, due, deliveries, postgresql, earshot] = await Promise.all([
    withinPatience(countJobs().catch(() => null)),
    dueWork(organizationId, now),
    countUnsentDeliveries(organizationId),
    readServerVersion(),
    readVersion(),
  ])
  return {
    queues,
    queueBackend: env().redisUrl ? 'redis' : 'postgresql',
    due,
    deliveries,
    mail: env().smtpUrl ? 'smtp' : 'captured',
    versions: { earshot, node: process.versions.node, postgresql },
  }
}
