import { createPostgresBackend, Queue, Worker, type WorkerOptions } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { env } from '@/config/env'
import { log } from '@/observe/logger'

/** Where the queue lives: Redis when REDIS_URL is set, else a schema of its own in the database. */
export const queueSchema = 'earshot_queue'

type Processor = (job: { id?: string | undefined; data: unknown; attemptsMade: number }) => Promise<void>

/** BullMQ doesn't listen to a connection that it holds for a transaction; unheard, its break would end the process. */
class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config)
    this.on('error', (err) => log().warn({ err }, 'the queue’s database connection broke'))
  }
}

const postgres = (max: number) => ({
  Client: HeardClient,
  connectionString: env().databaseUrl,
  schema: queueSchema,
  max,
  application_name: 'earshot-queue',
})

/** Producers fail at once when Redis is gone: the row is the outbox, so nobody must wait for the queue. */
const producerRedis = (url: string) => {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, connectTimeout: 3000 })
  redis.on('error', (err) => log().warn({ err }, 'the queue’s Redis connection broke'))
  return redis
}

/** Workers wait for Redis however long it takes. */
const workerRedis = (url: string) => {
  const redis = new Redis(url, { maxRetriesPerRequest: null })
  redis.on('error', (err) => log().warn({ err }, 'the worker’s Redis connection broke'))
  return redis
}

export type Entry = { name: string; data: unknown; jobId: string; attempts: number }

export type OpenQueue = {
  addAll: (entries: readonly Entry[]) => Promise<void>
  counts: () => Promise<Record<string, number>>
  close: () => Promise<void>
}

/** Up to this many jobs are added one by one: BullMQ's bulk statement costs four times a single one (9 ms against 3). */
const addedSingly = 6

/** A finished job goes at once, done or failed: a kept one would block the sweep from asking for the same work again. */
const optionsOf = (jobId: string, attempts: number) => ({
  jobId,
  attempts,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: true,
  removeOnFail: true,
})

export const openQueue = (name: string, installationId: string): OpenQueue => {
  const { redisUrl } = env()
  const redis = redisUrl === undefined ? undefined : producerRedis(redisUrl)
  const queue = redis
    ? new Queue(name, { connection: redis, prefix: `{earshot-${installationId}}` })
    : new Queue(name, { connection: postgres(2) }, createPostgresBackend)
  queue.on('error', (err: Error) => log().warn({ err, queue: name }, 'the queue is not reachable'))
  return {
    addAll: async (entries) => {
      const jobs = entries.map(({ name: job, data, jobId, attempts }) => ({ name: job, data, opts: optionsOf(jobId, attempts) }))
      if (jobs.length > addedSingly) await queue.addBulk(jobs)
      else await Promise.all(jobs.map(({ name: job, data, opts }) => queue.add(job, data, opts)))
    },
    counts: () => queue.getJobCounts('waiting', 'active', 'delayed', 'failed'),
    close: async () => {
      await queue.close()
      redis?.disconnect()
    },
  }
}

export const openWorker = (
  name: string,
  installationId: string,
  processor: Processor,
  options: Pick<WorkerOptions, 'concurrency'>,
) => {
  const { redisUrl } = env()
  const shared = { ...options, autorun: false, lockDuration: 10_000, stalledInterval: 5_000 }
  const redis = redisUrl === undefined ? undefined : workerRedis(redisUrl)
  const worker = redis
    ? new Worker(name, processor, { ...shared, connection: redis, prefix: `{earshot-${installationId}}` })
    : new Worker(name, processor, { ...shared, connection: postgres(4) }, createPostgresBackend)
  worker.on('error', (err: Error) => log().warn({ err, queue: name }, 'the worker lost its queue; it will try again'))
  return {
    run: () => worker.run(),
    close: async () => {
      await worker.close()
      redis?.disconnect()
    },
  }
}
