import { Redis } from 'ioredis'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crowdOf, inLanes, isClosed, putAnswer, standingOf, untilDone } from '~tests/support/crowd'
import { type Earshot, startEarshot } from '~tests/support/earshot'
import { type RedisServer, startRedisServer } from '~tests/support/redis-server'
import { countOf, openShop } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'
import { until } from '~tests/support/until'

let sink: SmtpSink
let redis: RedisServer
let earshot: Earshot
let organizationId: string
beforeAll(async () => {
  sink = await startSmtpSink()
  redis = await startRedisServer()
  const env = { SMTP_URL: sink.url, REDIS_URL: redis.url }
  earshot = await startEarshot({ databaseUrl: process.env.DATABASE_URL ?? '', env })
  organizationId = await openShop('main')
}, 90_000)
afterAll(async () => {
  await earshot?.stop()
  await redis?.stop()
  await sink?.stop()
})

test('a Redis that is emptied, killed and started again delays answers and loses or doubles none', async () => {
  const crowd = crowdOf(400)
  const taken = () => countOf('responses')
  const sending = inLanes(crowd, 8, async (sent) => {
    sent.status = await putAnswer(earshot.url, sent.id, sent.nps)
  })
  await until(async () => (await taken()) >= 60, 'some answers', 60_000)
  const client = new Redis(redis.url)
  await client.flushall()
  client.disconnect()
  await until(async () => (await taken()) >= 120, 'more answers', 60_000)
  await redis.kill()
  // The door stays open without a queue.
  await until(async () => (await taken()) >= 250, 'answers while Redis is away', 60_000)
  await redis.start()
  await sending
  expect(crowd.filter(({ status }) => status !== 201)).toEqual([])
  await untilDone()
  const { rows, drift } = await standingOf(organizationId, crowd)
  expect(rows).toHaveLength(crowd.length)
  expect(rows.filter((row) => !isClosed(row))).toEqual([])
  expect(drift).toBe(0)
  expect(sink.mails).toHaveLength(crowd.length / 2)
  expect(new Set(sink.mails.map(({ messageId }) => messageId)).size).toBe(crowd.length / 2)
}, 180_000)
