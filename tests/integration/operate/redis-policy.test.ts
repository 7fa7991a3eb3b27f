import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkRedis } from '@/queue/check-redis'
import { type RedisServer, startRedisServer } from '~tests/support/redis-server'

let server: RedisServer
beforeAll(async () => {
  server = await startRedisServer()
})
afterAll(() => server.stop())

test('a Redis that may throw jobs away is told from one that keeps them', async () => {
  const redis = new Redis(server.url)
  await redis.config('SET', 'maxmemory-policy', 'noeviction')
  expect(await checkRedis(server.url)).toEqual({ isReachable: true, policy: 'noeviction' })
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru')
  expect(await checkRedis(server.url)).toEqual({ isReachable: true, policy: 'allkeys-lru' })
  redis.disconnect()
})

test('a Redis that has gone is said to be unreachable', async () => {
  await server.kill()
  expect(await checkRedis(server.url)).toMatchObject({ isReachable: false })
})
