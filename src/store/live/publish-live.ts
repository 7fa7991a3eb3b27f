import { log } from '@/observe/logger'
import { pool } from '../connection'
import { type LiveEvent, liveChannel } from './live-event'

/** A notification holds at most 8,000 bytes; this many events of two UUIDs stay well below. */
const eventsPerNotification = 60

const notify = async (events: readonly LiveEvent[]): Promise<void> => {
  const chunks = Array.from({ length: Math.ceil(events.length / eventsPerNotification) }, (_, index) =>
    JSON.stringify(events.slice(index * eventsPerNotification, (index + 1) * eventsPerNotification)),
  )
  try {
    await pool().query(
      `select pg_notify($1, chunk), set_config('synchronous_commit', 'off', true) from unnest($2::text[]) as chunk`,
      [liveChannel, chunks],
    )
  } catch (err) {
    log().warn({ err }, 'could not tell open screens')
  }
}

let waiting: LiveEvent[] = []
let last: Promise<void> = Promise.resolve()
let next: Promise<void> | undefined

/**
 * Tells open screens what moved, after the commit: what comes while a notification is on its way goes with the next one. Screens
 * only: a lost notification costs a reload, so a failure is logged and nobody fails for it. PostgreSQL holds a lock over all
 * notifications while one commits, so none of them waits for the disk.
 */
export const publishLive = (events: readonly LiveEvent[]): Promise<void> => {
  if (events.length === 0) return Promise.resolve()
  waiting.push(...events)
  next ??= last.then(() => {
    const told = waiting
    waiting = []
    next = undefined
    last = notify(told)
    return last
  })
  return next
}
