import { beforeAll, expect, test } from 'vitest'
import { wilson } from '@/domain/analysis/interval'
import { type Failure, isFailure } from '@/domain/errors'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getRates } from '@/pipeline/analyze/get-rates'
import { createChance } from '~tests/support/chance'
import { fillOddShop, openOddShop } from '~tests/support/odd-answers'
import { newId, openShop, rowsOf, submit } from '~tests/support/shop'

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10)
const found = <Answer>(answer: Answer | Failure): Answer => {
  if (isFailure(answer)) throw new Error(JSON.stringify(answer))
  return answer
}

let shop: string
let odd: string
beforeAll(async () => {
  shop = await openShop()
  odd = await openOddShop()
  await fillOddShop(odd, createChance(11), 150)
})

test('bars are what the answers of single responses add up to, whoever counts them', async () => {
  const period = { from: day(120), to: day(-1) }
  const summed = found(await getDistributions({ organizationId: odd, period }))
  expect(found(await getDistributions({ organizationId: odd, period, where: { all: [] } }))).toEqual(summed)
  for (const { metric, n, bars } of summed) {
    const rows = await rowsOf<{ value: number; count: number }>(
      `select value::int as value, count(*)::int as count from scores where organization_id = $1 and metric = $2 group by 1`,
      [odd, metric],
    )
    expect(bars.map(({ count }) => count)).toEqual(bars.map(({ value }) => rows.find((row) => row.value === value)?.count ?? 0))
    expect(n).toBe(rows.reduce((sum, { count }) => sum + count, 0))
  }
  expect(summed[0]?.n).toBeGreaterThan(50)
})

const rates = async (narrowing: object = {}) =>
  found(
    await getRates({
      ...{ organizationId: shop, timeZone: 'UTC', ...narrowing },
      ...{ period: { from: day(9), to: day(0) }, comparedWith: { from: day(19), to: day(10) } },
    }),
  )

test('where nothing was sent and nobody began there is no rate, and nothing that isn’t a number', async () => {
  const { response, completion } = await rates()
  for (const rate of [response, completion]) {
    expect(rate).toMatchObject({ summary: { n: 0, value: null, low: null, high: null }, comparison: null })
  }
})

/** Sends so many invitations on a day, the first ones answered to the end; one more was planned, and never sent. */
const invite = async (survey: string, daysAgo: number, sent: number, completed: number) => {
  const customerId = newId()
  await rowsOf('insert into customers (organization_id, id, updated_at) values ($1, $2, now())', [shop, customerId])
  const at = new Date(Date.now() - daysAgo * 86_400_000)
  await rowsOf(
    `insert into invitations (organization_id, id, survey_id, customer_id, state, channel, locale, expires_at, created_at, sent_at, completed_at)
     select $1, gen_random_uuid(), s.id, $3, case when n <= $6 then 'completed' when n > $5 then 'planned' else 'sent' end, 'email', 'en', now(), $4,
            case when n <= $5 then $4::timestamptz end, case when n <= $6 then $4::timestamptz end
       from surveys s cross join generate_series(1, $5::int + 1) as n where s.organization_id = $1 and s.key = $2`,
    [shop, survey, customerId, at, sent, completed],
  )
}

test('the response rate is completed of sent, with Wilson’s interval, against the period before', async () => {
  await invite('delivery', 2, 40, 18)
  await invite('delivery', 12, 50, 45)
  await invite('help', 3, 10, 1)
  const all = await rates()
  expect(all.response?.summary).toMatchObject({ n: 50, ...wilson(19, 50) })
  expect(all.response?.previous).toMatchObject({ n: 50, value: 0.9 })
  expect(all.response?.comparison).toMatchObject({ isSignificant: true })
  expect(all.response?.comparison?.difference).toBeCloseTo(0.38 - 0.9, 10)
  expect((await rates({ touchpoint: 'help' })).response?.summary).toMatchObject({ n: 10, value: 0.1 })
  expect((await rates({ journey: 'order', survey: 'delivery' })).response?.summary.n).toBe(40)
  expect((await rates({ channel: 'sms' })).response?.summary.n).toBe(0)
  // Of those who haven't answered nobody knows whether a condition holds.
  expect((await rates({ where: { field: 'score.nps', op: 'lte', value: 6 } })).response).toBeNull()
})

test('the completion rate is finished of begun; who was turned away and what came from elsewhere count as neither', async () => {
  const started = async (completed: boolean) => {
    const id = await submit('delivery', { nps: 3 }, { completed })
    await rowsOf('update responses set started_at = submitted_at where id = $1', [id])
    return id
  }
  for (const completed of [true, true, true, false]) await started(completed)
  await submit('delivery', { nps: 9 })
  await rowsOf(`update responses set status = 'disqualified' where id = $1`, [await started(false)])
  expect((await rates()).completion).toMatchObject({ summary: { n: 4, ...wilson(3, 4) }, previous: { n: 0 }, comparison: null })
  expect((await rates({ where: { field: 'response.status', op: 'eq', value: 'partial' } })).completion.summary).toMatchObject({
    n: 1,
    value: 0,
  })
  expect((await rates({ touchpoint: 'store' })).completion.summary.n).toBe(0)
})
