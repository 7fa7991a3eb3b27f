import pg from 'pg'
import { env } from '@/config/env'
import { log } from '@/observe/logger'
import { type LiveEvent, type LiveNews, liveChannel } from './live-event'

type Listener = (news: LiveNews) => void
type Heard = { event: LiveEvent; at: number }

/** One listening connection a process, however many screens are open; on globalThis, as the connection pool is. */
type Hub = {
  listeners: Map<string, Set<Listener>>
  /** the last event of each type in each organization, and when it was heard, in ms of the epoch */
  heard: Map<string, Map<LiveEvent['type'], Heard>>
  /** since when nothing is missed, in ms of the epoch; undefined while nobody listens to the database */
  listeningSince?: number | undefined
  client?: pg.Client | undefined
  connecting?: Promise<void> | undefined
  retry?: NodeJS.Timeout | undefined
  isClosed: boolean
}
const key = Symbol.for('earshot.live')
const shared = globalThis as unknown as { [key]?: Hub }
shared[key] ??= { listeners: new Map(), heard: new Map(), isClosed: false }
const hub: Hub = shared[key]

const dispatch = (payload: string | undefined): void => {
  if (!payload) return
  const at = Date.now()
  for (const event of JSON.parse(payload) as LiveEvent[]) {
    const heard = hub.heard.get(event.organizationId) ?? new Map<LiveEvent['type'], Heard>()
    hub.heard.set(event.organizationId, heard.set(event.type, { event, at }))
    for (const listener of hub.listeners.get(event.organizationId) ?? []) listener(event)
  }
}

const tellGap = (): void => {
  for (const listeners of hub.listeners.values()) for (const listener of listeners) listener({ type: 'gap' })
}

const listenAgain = (): void => {
  if (hub.isClosed || hub.listeners.size === 0) return
  hub.retry ??= setTimeout(() => {
    hub.retry = undefined
    void listen()
  }, 1000).unref()
}

const lose = (client: pg.Client, reason: unknown): void => {
  if (hub.client !== client) return
  hub.client = undefined
  hub.listeningSince = undefined
  client.removeAllListeners('notification')
  client.end().catch(() => undefined)
  if (hub.isClosed) return
  log().warn({ err: reason }, 'live updates lost the database')
  listenAgain()
}

const connect = async (): Promise<void> => {
  const client = new pg.Client({ connectionString: env().databaseUrl, application_name: 'earshot-live', keepAlive: true })
  hub.client = client
  client.on('notification', ({ payload }) => dispatch(payload))
  client.on('error', (error) => lose(client, error))
  client.on('end', () => lose(client, 'the connection ended'))
  try {
    await client.connect()
    await client.query(`listen ${liveChannel}`)
    hub.listeningSince = Date.now()
    // Who listened through the time in which the database was away has missed what moved meanwhile.
    tellGap()
  } catch (error) {
    lose(client, error)
  }
}

const listen = async (): Promise<void> => {
  if (hub.isClosed || hub.listeningSince !== undefined) return
  hub.connecting ??= connect().finally(() => {
    hub.connecting = undefined
  })
  await hub.connecting
}

/** What a listener that knows how things stood at `since` has missed. */
const missedSince = (organizationId: string, since: number): LiveNews[] => {
  // While the database is away there is nothing to say yet: the gap is told once it is back.
  if (hub.listeningSince === undefined) return []
  if (since < hub.listeningSince) return [{ type: 'gap' }]
  return [...(hub.heard.get(organizationId)?.values() ?? [])].filter(({ at }) => at >= since).map(({ event }) => event)
}

/**
 * Hears what moves in one organization, until the returned function is called. Resolves once it is listening, or once it is known
 * that the database is away: then a gap is told when it is back. With `since`, in ms of the epoch, the last event of each type
 * that moved after it is told at once, or a gap where that isn't known.
 */
export const subscribeLive = async (organizationId: string, listener: Listener, since?: number): Promise<() => void> => {
  await listen()
  const listeners = hub.listeners.get(organizationId) ?? new Set()
  hub.listeners.set(organizationId, listeners.add(listener))
  if (hub.listeningSince === undefined) listenAgain()
  if (since !== undefined) for (const news of missedSince(organizationId, since)) listener(news)
  return () => {
    listeners.delete(listener)
    // Called again it must not take away those who came since.
    if (listeners.size === 0 && hub.listeners.get(organizationId) === listeners) hub.listeners.delete(organizationId)
  }
}

export const closeLive = async (): Promise<void> => {
  hub.isClosed = true
  await hub.client?.end()
}
