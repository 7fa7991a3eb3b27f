import { setTimeout as wait } from 'node:timers/promises'
import { log } from '@/observe/logger'
import { openProducer } from '@/queue/producer'
import { isDatabaseDown } from '@/store/connection'
import { ensureInstallation } from '@/store/organization/ensure-installation'

/** A database that restarts while this process starts is waited for so long; a process that ended instead would take others with it. */
const patienceMs = 60_000

const whenThere = async <T>(ask: () => Promise<T>, end = Date.now() + patienceMs): Promise<T> => {
  try {
    return await ask()
  } catch (err) {
    if (!isDatabaseDown(err) || Date.now() > end) throw err
    log().warn({ err }, 'the database is away; asking again')
  }
  await wait(500)
  return whenThere(ask, end)
}

/** What a process needs before it serves: the queue, under the name that keeps this installation's jobs apart. Answers that name. */
export const openConnections = async (): Promise<string> => {
  const id = await whenThere(ensureInstallation)
  openProducer(id)
  return id
}
