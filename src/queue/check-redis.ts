import { Redis } from 'ioredis'

export type RedisCheck = { isReachable: true; policy: string | undefined } | { isReachable: false; reason: string }

/** Asks Redis itself whether it answers and whether it might throw jobs away (`maxmemory-policy`). */
export const checkRedis = async (url: string, timeoutMs = 3_000): Promise<RedisCheck> => {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    maxRetriesPerRequest: 1,
    retryStrategy: () => null,
  })
  let last: Error | undefined
  redis.on('error', (error) => {
    last = error
  })
  try {
    await redis.connect()
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1]
    return { isReachable: true, policy }
  } catch (error) {
    return { isReachable: false, reason: (last ?? (error as Error)).message || 'no connection' }
  } finally {
    redis.disconnect()
  }
}
