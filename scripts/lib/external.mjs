import { Trouble } from './trouble.mjs'

const addressOf = (text) => {
  const { hostname, port, pathname } = new URL(text)
  return `${hostname}${port ? `:${port}` : ''}${pathname === '/' ? '' : pathname}`
}

/** Proves that the operator's own PostgreSQL can be used; the address is shown without user and password. */
export const checkDatabase = async (url) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query("select current_setting('server_version_num')::int as version")
    if (rows[0].version < 150_000)
      throw new Trouble(
        `PostgreSQL at ${addressOf(url)} is version ${Math.floor(rows[0].version / 10_000)}.`,
        'Use PostgreSQL 15 or newer.',
      )
    return { note: addressOf(url) }
  } catch (error) {
    if (error instanceof Trouble) throw error
    throw new Trouble(
      `DATABASE_URL: PostgreSQL at ${addressOf(url)} cannot be used (${error.code ?? error.message}).`,
      'Start that server, check the name, port, user and password, or unset DATABASE_URL for the embedded one.',
    )
  } finally {
    await client.end().catch(() => {})
  }
}

/** Proves that Redis answers; gives a warning when it could throw jobs away. */
export const checkRedis = async (url) => {
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5000, maxRetriesPerRequest: 1, retryStrategy: () => null })
  let last
  redis.on('error', (error) => (last = error))
  try {
    await redis.connect()
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1]
    const warning =
      policy && policy !== 'noeviction'
        ? `Redis at ${addressOf(url)} has maxmemory-policy ${policy} and may throw jobs away; set it: redis-cli config set maxmemory-policy noeviction`
        : undefined
    return { note: addressOf(url), warning }
  } catch (error) {
    throw new Trouble(
      `REDIS_URL: Redis at ${addressOf(url)} cannot be used (${last?.code ?? last?.message ?? error.message}).`,
      'Start that server, check the address and password, or unset REDIS_URL to keep the queue in PostgreSQL.',
    )
  } finally {
    redis.disconnect()
  }
}
