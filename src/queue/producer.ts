import { log } from '@/observe/logger'
import { type OpenQueue, openQueue } from './connection'
import { type JobName, jobIdOf, jobNames, jobs, type Payload } from './jobs'

/** Held on globalThis, since the web process holds two copies of this module. */
type Producer = { queues: Map<JobName, OpenQueue>; installationId: string }
const key = Symbol.for('earshot.producer')
const shared = globalThis as unknown as { [key]?: Producer | undefined }

/** Called once at boot with the id that keeps this installation's jobs apart from another's. */
export const openProducer = (installationId: string): void => {
  shared[key] ??= { installationId, queues: new Map(jobNames.map((name) => [name, openQueue(name, installationId)])) }
}

const queueOf = (name: JobName): OpenQueue | undefined => shared[key]?.queues.get(name)

/**
 * Asks for work. Never throws: the row that owes the work is committed, and the sweep asks again; a queue that is
 * away only makes it later.
 */
export const enqueue = async <N extends JobName>(name: N, payloads: readonly Payload<N>[]): Promise<boolean> => {
  if (payloads.length === 0) return true
  const queue = queueOf(name)
  if (!queue) return false
  try {
    await queue.addAll(payloads.map((data) => ({ name, data, jobId: jobIdOf(name, data), attempts: jobs[name].attempts })))
    return true
  } catch (err) {
    log().warn({ err, queue: name, count: payloads.length }, 'could not enqueue; the sweep will')
    return false
  }
}

export type QueueCounts = { queue: JobName; waiting: number; active: number; delayed: number; failed: number }

/** How much waits in each queue. Throws when the queue can't be reached. */
export const countJobs = (): Promise<QueueCounts[]> =>
  Promise.all(
    jobNames.map(async (queue) => {
      const { waiting = 0, active = 0, delayed = 0, failed = 0 } = (await queueOf(queue)?.counts()) ?? {}
      return { queue, waiting, active, delayed, failed }
    }),
  )

export const closeProducer = async (): Promise<void> => {
  const producer = shared[key]
  shared[key] = undefined
  await Promise.all([...(producer?.queues.values() ?? [])].map((queue) => queue.close()))
}
