import { withLogContext } from '@/observe/context'
import { log } from '@/observe/logger'
import { closeConnections } from '@/pipeline/operate/close-connections'
import { openConnections } from '@/pipeline/operate/open-connections'
import { sealSecrets } from '@/pipeline/operate/seal-secrets'
import { stopWork } from '@/pipeline/operate/stop-work'
import { openWorker } from '@/queue/connection'
import { type JobName, jobNames, jobs, type Payload } from '@/queue/jobs'
import { handlers } from './handlers'
import { startSweeps } from './schedules'

const closing: (() => Promise<void>)[] = []

const openOne = <N extends JobName>(name: N, installationId: string): void => {
  const handler = handlers[name] as (payload: Payload<N>) => Promise<void>
  const worker = openWorker(
    name,
    installationId,
    (job) =>
      withLogContext({ ...(job.id ? { jobId: job.id } : {}), queue: name }, async () => {
        try {
          await handler(jobs[name].payload.parse(job.data) as Payload<N>)
        } catch (err) {
          log().error({ err }, 'a job failed; the queue or the sweep tries it again')
          throw err
        }
      }),
    { concurrency: jobs[name].concurrency },
  )
  worker.run().catch((err: unknown) => log().error({ err, queue: name }, 'a worker ended'))
  closing.push(() => worker.close())
}

/** Opens a worker for every queue and the sweeps that pair with them. */
export const startWorkers = async (): Promise<void> => {
  const installationId = await openConnections()
  await sealSecrets()
  for (const name of jobNames) openOne(name, installationId)
  closing.push(startSweeps())
}

/** Lets what is being worked on finish, then closes the queue and the database. */
export const closeWorkers = async (): Promise<void> => {
  // What takes minutes stops where it is, for the next worker; the rest is waited for.
  await stopWork()
  await Promise.all(closing.map((close) => close()))
  await closeConnections()
}
