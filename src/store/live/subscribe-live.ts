import pg from 'pg'
import { env } from '@/config/env'
import { log } from '@/observe/logger'
import { type LiveEvent, liveChannel } from './live-event'

type Listener = (event: LiveEvent) => void

/** One listening connection a process, however many screens are open; on globalThis, as the connection pool is. */
type Hub = {
  listeners: Map<string, Set<Listener>>
  client?: pg.Client | undefined
  connecting?: Promise<void> | undefined
  isClosed: boolean
}
const key = Symbol.for('earshot.live')
const shared = globalThis as unknown as { [key]?: Hub }
shared[key] ??= { listeners: new Map(), isClosed: false }
const hub: Hub = shared[key]

const dispatch = (payload: string | undefined): void => {
  if (!payload) return
  for (const event of JSON.parse(payload) as LiveEvent[]) {
    for (const listener of hub.listeners.get(event.organizationId) ?? []) listener(event)
  }
}

const lose = (client: pg.Client, reason: unknown): void => {
  if (hub.client !== client) return
  hub.client = undefined
  client.removeAllListeners('notification')
  client.end().catch(() => undefined)
  if (hub.isClosed || hub.listeners.size === 0) return
  log().warn({ err: reason }, 'live updates lost the database; listening again')
  setTimeout(() => void listen(), 1000).unref()
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
  } catch (error) {
    lose(client, error)
  }
}

const listen = async (): Promise<void> => {
  if (hub.client || hub.isClosed) return
  hub.connecting ??= connect().finally(() => {
    hub.connecting = undefined
  })
  await hub.connecting
}

/** Hears what moves in one organization, until the returned function is called. Resolves once it is listening. */
export const subscribeLive = async (organizationId: string, listener: Listener): Promise<() => void> => {
  const listeners = hub.listeners.get(organizationId) ?? new Set()
  listeners.add(listener)
  hub.listeners.set(organizationId, listeners)
  await listen()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) hub.listeners.delete(organizationId)
  }
}

export const closeLive = async (): Promise<void> => {
  hub.isClosed = true
  await hub.client?.end()
}
