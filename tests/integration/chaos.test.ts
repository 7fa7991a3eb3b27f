import { afterAll, beforeAll, expect, test } from 'vitest'
import { runChaos, type Stage } from '~tests/support/chaos'
import { startEarshot } from '~tests/support/earshot'
import { startPostgresServer } from '~tests/support/postgres-server'
import { startRedisServer } from '~tests/support/redis-server'
import { openShop } from '~tests/support/shop'
import { startSmtpSink } from '~tests/support/smtp-sink'
import { answers, startTargetServer } from '~tests/support/target-server'
import { apply } from '~tests/support/targets-of'

/** Repeats a run: CHAOS_SEED. More of them: CHAOS_RUNS, the seeds that follow. */
const first = Number(process.env.CHAOS_SEED ?? 20_261_123)
const seeds = Array.from({ length: Number(process.env.CHAOS_RUNS ?? 3) }, (_, index) => first + index)

let stage: Stage
let organizationId: string
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = '127.0.0.1'
  const [postgres, redis, sink, elsewhere, one, two] = await Promise.all([
    startPostgresServer(),
    startRedisServer(),
    startSmtpSink(),
    ...[1, 2, 3].map(() => startTargetServer(answers(204))),
  ])
  process.env.DATABASE_URL = postgres.url
  const env = { SMTP_URL: sink.url, REDIS_URL: redis.url, EARSHOT_ALLOWED_TARGETS: '127.0.0.1' }
  const earshot = await startEarshot({ databaseUrl: postgres.url, env })
  if (!elsewhere || !one || !two) throw new Error('not all webhooks were started')
  stage = { earshot, postgres, redis, sink, elsewhere, hooks: [one, two] }
  organizationId = await openShop('main')
  const events = ['alert.raised', 'case.opened']
  await apply(organizationId, { webhooks: { one: { url: one.url, events }, two: { url: two.url, events } } })
}, 120_000)
afterAll(async () => {
  await stage?.earshot.stop()
  await Promise.all([stage?.redis, stage?.sink, stage?.elsewhere, ...(stage?.hooks ?? [])].map((server) => server?.stop()))
  await stage?.postgres.stop()
}, 60_000)

test.each(seeds)(
  'chaos %i: every firing has one alert, one case and one message for each who is told, whatever fails meanwhile, without a hand',
  async (seed) => {
    // Every other run with the queue in the database.
    if (seed % 2 === 0) stage.earshot.env.REDIS_URL = stage.redis.url
    else delete stage.earshot.env.REDIS_URL
    await Promise.all((['web', 'worker'] as const).map((part) => stage.earshot.kill(part).then(() => stage.earshot.start(part))))
    const { wrong, story } = await runChaos(stage, organizationId, seed)
    console.log(`chaos: CHAOS_SEED=${seed}: ${story}`)
    expect(wrong).toEqual([])
  },
  150_000,
)
