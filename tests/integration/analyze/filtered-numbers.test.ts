import pg from 'pg'
import { beforeAll, expect, test, vi } from 'vitest'
import { factsOf } from '@/domain/alert/evaluate-rules'
import type { Facts } from '@/domain/condition/condition'
import { evaluate } from '@/domain/condition/evaluate'
import { isFailure } from '@/domain/errors'
import { withAsker } from '@/observe/asker'
import { findResponses, type ResponsePage } from '@/pipeline/analyze/find-responses'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getHeadlines, type HeadlineFilter } from '@/pipeline/analyze/get-headlines'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getTaggedQuestions } from '@/pipeline/analyze/get-tagged-questions'
import { newReading } from '@/pipeline/analyze/new-reading'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { loadScored } from '@/store/alert/load-scored'
import { pool } from '@/store/connection'
import { readWithin } from '@/store/read-within'
import { partsOf } from '@/store/reports/parts-of'
import { createChance } from '~tests/support/chance'
import { fillOddShop, oddFields, openOddShop } from '~tests/support/odd-answers'
import { randomCondition } from '~tests/support/random-conditions'
import { until } from '~tests/support/until'

let organizationId: string
let known: { id: string; facts: Facts }[]
const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const period = { from: day(120), to: day(-1) }
const everything = { all: [] }

beforeAll(async () => {
  organizationId = await openOddShop()
  const ids = await fillOddShop(organizationId, createChance(3), 200)
  known = await Promise.all(
    ids.map(async (id) => {
      const scored = await loadScored(organizationId, id)
      if (!scored) throw new Error(`nothing is known of ${id}`)
      return { id, facts: factsOf(scored.facts) }
    }),
  )
})

const ok = <T>(answer: T): Exclude<T, { error: unknown }> => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer as Exclude<T, { error: unknown }>
}

test.each([
  {},
  { touchpoint: 'delivery' },
  { survey: 's-6' },
  { channel: 'web' },
  { journey: 'order', channel: '7' },
  { journey: 'nowhere' },
])('under %j single responses add up to what their rollups hold', async (narrowing) => {
  const filter = { organizationId, ...narrowing }
  const counted = ok(await getHeadlines({ ...filter, period, where: everything }))
  const summed = ok(await getHeadlines({ ...filter, period }))
  expect(counted).toEqual({ ...summed, source: 'responses' })
  expect(summed.source).toBe('rollups')
  expect(ok(await scoreTouchpoints({ ...filter, ...period, where: everything }))).toEqual(
    ok(await scoreTouchpoints({ ...filter, ...period })),
  )
  for (const groupBy of [undefined, 'touchpoint', 'survey', 'channel'] as const) {
    const asked = { ...filter, ...period, metric: 'nps', interval: 'week', groupBy } as const
    expect(ok(await getMetricSeries({ ...asked, where: everything }))).toEqual(ok(await getMetricSeries(asked)))
  }
  expect(ok(await getHeadlines({ organizationId, period })).metrics[0]?.summary.n).toBeGreaterThan(50)
})

test('under any condition as many are counted as fit it and have a score', async () => {
  const chance = createChance(5)
  for (let count = 0; count < 100; count++) {
    const where = randomCondition(chance, oddFields, 2)
    const { metrics } = ok(await getHeadlines({ organizationId, period, where }))
    for (const { metric, summary } of metrics) {
      const fitting = known.filter(({ facts }) => evaluate(where, facts) && facts(`score.${metric}`) !== undefined)
      expect({ where, metric, n: summary.n }).toEqual({ where, metric, n: fitting.length })
    }
  }
}, 60_000)

test('a filtered list goes on page by page, newest first, and leaves nothing out', async () => {
  const where = { field: 'score.nps', op: 'lte', value: 7 } as const
  const found: { id: string; submittedAt: Date }[] = []
  for (let cursor: string | null = null; ; ) {
    const page: ResponsePage = ok(await findResponses({ organizationId, timeZone: 'UTC', limit: 7, where, cursor }))
    found.push(...page.items)
    cursor = page.nextCursor
    if (cursor === null) break
  }
  const wanted = known.filter(({ facts }) => evaluate(where, facts)).map(({ id }) => id)
  expect(found.map(({ id }) => id).sort()).toEqual(wanted.sort())
  expect(found.map(({ submittedAt }) => submittedAt.getTime())).toEqual(
    found.map(({ submittedAt }) => submittedAt.getTime()).sort((a, b) => b - a),
  )
})

test('a language and a channel narrow lists as they narrow numbers', async () => {
  const fitting = (await findResponses({ organizationId, timeZone: 'UTC', limit: 200, locale: 'zh-CN', channel: '7' })) as {
    items: { id: string }[]
  }
  const wanted = known.filter(({ facts }) => facts('response.locale') === 'zh-CN' && facts('response.channel') === '7')
  expect(wanted.length).toBeGreaterThan(0)
  expect(fitting.items.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort())
})

test('what takes too long is given up and said so, and the connection is good for the next', async () => {
  const asked = await Promise.all(
    Array.from({ length: 12 }, () => readWithin(50, (client) => client.query('select pg_sleep(5)'))),
  )
  expect(asked.map((answer) => isFailure(answer) && answer.error)).toEqual(asked.map(() => 'too_slow'))
  expect(ok(await findResponses({ organizationId, timeZone: 'UTC', limit: 1 })).items).toHaveLength(1)
})

test('what nobody waits for any more is ended in the database, and begins nothing new', async () => {
  const gone = new AbortController()
  const isAtWork = async () => {
    const found = await pool().query("select 1 from pg_stat_activity where state = 'active' and query = 'select pg_sleep(61)'")
    return found.rowCount === 1
  }
  const asked = withAsker(gone.signal, () => readWithin(60_000, (client) => client.query('select pg_sleep(61)')))
  await until(isAtWork, 'the statement to be at work')
  gone.abort()
  expect(await asked).toMatchObject({ error: 'too_slow' })
  expect(await isAtWork()).toBe(false)
  const late = vi.fn()
  expect(await withAsker(gone.signal, () => readWithin(60_000, late))).toMatchObject({ error: 'too_slow' })
  expect(late).not.toHaveBeenCalled()
})

test('the numbers of one screen look for the responses of a period once, and are what each says alone', async () => {
  const where = { field: 'score.nps', op: 'gte', value: 3 } as const
  const comparedWith = { from: day(240), to: day(121) }
  const ask = async (filter: HeadlineFilter) => [
    await getHeadlines(filter),
    await getDistributions(filter),
    await scoreTouchpoints({ ...filter, ...period }),
    await getTaggedQuestions(filter, 'dimension'),
    await getChanges(filter),
  ]
  const filter = { organizationId, where, period, comparedWith }
  const alone = await ask(filter)
  const sent = vi.spyOn(pg.Client.prototype, 'query')
  expect(await ask({ ...filter, reading: newReading() })).toEqual(alone)
  const passes = sent.mock.calls.filter(([text]) => /from responses r\b/.test(String(text)))
  sent.mockRestore()
  // Each period once, in parts of its time.
  expect(passes).toHaveLength(partsOf(period).length + partsOf(comparedWith).length)
  expect(new Set(passes.map(([, values]) => JSON.stringify(values))).size).toBe(passes.length)
  expect(alone.some(isFailure)).toBe(false)
})
