import { beforeAll, beforeEach, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { type CustomerSearch, findCustomers } from '@/pipeline/analyze/find-customers'
import { getCustomer, type TimelineEntry } from '@/pipeline/analyze/get-customer'
import { getMoney } from '@/pipeline/analyze/get-money'
import { putCustomer } from '@/pipeline/listen/put-customer'
import { recordEvents } from '@/pipeline/listen/record-events'
import { scoreResponse } from '@/pipeline/score/score-response'
import { createChance } from '~tests/support/chance'
import { invite } from '~tests/support/invited'
import { importOne, judge, newId, openShop, rowsOf } from '~tests/support/shop'

const day = 86_400_000
const ago = (days: number): Date => new Date(Date.now() - days * day)
let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
})
beforeEach(() =>
  rowsOf(`truncate customer_events, deliveries, delivery_attempts, alerts, case_events, case_responses, cases, responses, answers, scores,
    text_insights, rollups, invitations, customers cascade`),
)

const answer = async (externalId: string, nps: number, days = 0): Promise<string> => {
  const id = await importOne(organizationId, 'delivery', { nps, reason: `It was a ${nps}` }, { externalId, at: ago(days) })
  await judge(organizationId, id)
  return id
}
const happen = async (externalId: string, days: number): Promise<string> => {
  const id = newId()
  const customer = { externalId }
  await recordEvents(
    organizationId,
    [{ id, touchpoint: 'delivery', customer, occurredAt: ago(days).toISOString(), attributes: { name: 'order_delivered' } }],
    new Date(),
  )
  return id
}
const name = (externalId: string, body: object) => putCustomer(organizationId, externalId, body)
const idOf = async (externalId: string): Promise<string> =>
  (await rowsOf<{ id: string }>('select id from customers where external_id = $1', [externalId]))[0]?.id ?? ''
const numberOf = async (externalId: string): Promise<number> =>
  (
    await rowsOf<{ number: number }>(
      'select k.number from cases k join customers c on c.id = k.customer_id where c.external_id = $1 order by k.number desc',
      [externalId],
    )
  )[0]?.number ?? 0
type Step = Parameters<typeof recordCaseEvent>[0]['step']
const take = async (externalId: string, ...steps: Step[]): Promise<void> => {
  const number = await numberOf(externalId)
  for (const step of steps)
    expect(isFailure(await recordCaseEvent({ organizationId, number, step, by: 'olga@shop.example' }))).toBe(false)
}
const resolved = [
  { type: 'acknowledge' },
  { type: 'resolve', rootCause: 'delivery', text: 'Sent again' },
] as const satisfies readonly Step[]
const find = async (more: Partial<CustomerSearch> = {}) => {
  const found = await findCustomers({ organizationId, limit: 50, order: 'active', ...more }, new Date())
  if (isFailure(found)) throw new Error(found.error)
  return found
}
const named = async (more: Partial<CustomerSearch> = {}) => (await find(more)).items.map(({ externalId }) => externalId)
const healthOf = async (externalId: string) => {
  const screen = await getCustomer(organizationId, await idOf(externalId), { now: new Date() })
  return [screen?.health?.level, ...(screen?.health?.reasons.map(({ key }) => key) ?? [])]
}

/** What customers' rows repeat, counted from the rows that they repeat, in another way than the product does. */
const recounted = () =>
  rowsOf(`
    select c.external_id, c.last_active_at = coalesce((select max(at) from (
        select submitted_at as at from responses r where r.customer_id = c.id
        union all select occurred_at from customer_events e where e.customer_id = c.id
        union all select opened_at from cases k where k.customer_id = c.id) as everything), c.created_at) as active,
      jsonb_build_array(c.last_answer_at, c.last_metric, c.last_value, c.last_category) = coalesce(
        (select jsonb_build_array(r.submitted_at, s.metric, s.value, s.category) from responses r join scores s on s.response_id = r.id
          where r.customer_id = c.id and s.metric in ('nps', 'csat', 'ces') order by r.submitted_at desc, r.id desc limit 1),
        '[null, null, null, null]') as answered,
      c.open_cases = (select count(*) from cases k where k.customer_id = c.id and k.status in ('open', 'acknowledged', 'in_progress', 'waiting')) as cases
    from customers c order by 1`)

test('where customers stand equals a recount after any history: late answers, edits, cases, events', async () => {
  const chance = createChance(5)
  const who = () => `c-${chance.below(5)}`
  const answers: string[] = []
  for (let turn = 0; turn < 60; turn++) {
    const kind = chance.below(5)
    if (kind <= 1) answers.push(await answer(who(), chance.below(11), chance.below(401)))
    if (kind === 2) await happen(who(), chance.below(401))
    if (kind === 3 && answers.length > 0) {
      const id = answers[chance.below(answers.length)] ?? ''
      await rowsOf(
        `update responses set revision = revision + 1, answers = jsonb_set(answers, '{nps}', $2::jsonb), score_due_at = now() - interval '1 second' where id = $1`,
        [id, chance.below(11)],
      )
      await scoreResponse({ organizationId, id })
    }
    if (kind === 4) {
      const externalId = who()
      const number = await numberOf(externalId)
      // What the case's state doesn't allow is refused and changes nothing.
      const ways: Step[][] = [
        [...resolved],
        [...resolved, { type: 'verify', fixed: chance.below(2) === 0 }],
        [{ type: 'close' }],
        [{ type: 'reopen', text: 'Again' }],
      ]
      const steps = number > 0 ? (ways[chance.below(ways.length)] ?? []) : []
      for (const step of steps) await recordCaseEvent({ organizationId, number, step, by: 'olga@shop.example' })
    }
    // After each turn: a later one would make up for what this one forgot.
    for (const row of await recounted()) expect(row).toMatchObject({ active: true, answered: true, cases: true })
  }
  expect(await recounted()).toHaveLength(5)
})

test('answers of one customer that are scored at the same time leave them where the last one does', async () => {
  const ids = []
  for (let days = 9; days >= 0; days--) {
    ids.push(await importOne(organizationId, 'loyalty', { nps: days }, { externalId: 'c-1', at: ago(days), alerts: 'none' }))
  }
  await Promise.all(ids.map((id) => scoreResponse({ organizationId, id })))
  expect((await find()).items).toMatchObject([{ lastScore: { metric: 'nps', value: 0, category: 'detractor' } }])
})

test('the list: last heard of first or most valuable first, page after page, nobody twice', async () => {
  for (let count = 0; count < 7; count++) {
    await name(`c-${count}`, count < 5 ? { value: 100 * (count % 3) } : {})
    await happen(`c-${count}`, count * 3)
  }
  const through = async (order: 'active' | 'value') => {
    const seen: (string | null)[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof find>> = await find({ order, limit: 2, cursor })
      seen.push(...page.items.map(({ externalId }) => externalId))
      cursor = page.nextCursor
    } while (cursor)
    return seen
  }
  expect(await through('active')).toEqual(['c-0', 'c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6'])
  const byValue = await through('value')
  expect(byValue.slice(0, 1)).toEqual(['c-2'])
  expect(byValue.slice(1, 3).sort()).toEqual(['c-1', 'c-4'])
  expect(byValue.slice(3, 5).sort()).toEqual(['c-0', 'c-3'])
  expect(byValue.slice(5).sort()).toEqual(['c-5', 'c-6'])
})

test('customers are found by the beginnings of words of their name, address or id, in both languages', async () => {
  await name('AH-10017', { name: 'Mei Chen', email: 'mei.chen@mail.example' })
  await name('AH-10018', { name: '王小明', email: 'user18@mail.example' })
  await name('zz_9', { name: "Ann O'Hara" })
  expect(await named({ text: 'chen mei' })).toEqual(['AH-10017'])
  expect(await named({ text: 'CHE' })).toEqual(['AH-10017'])
  expect(await named({ text: 'mei.chen@mail.example' })).toEqual(['AH-10017'])
  expect(await named({ text: 'ah-10018' })).toEqual(['AH-10018'])
  expect(await named({ text: '小明' })).toEqual(['AH-10018'])
  expect(await named({ text: '王' })).toEqual(['AH-10018'])
  expect(await named({ text: '明小' })).toEqual([])
  expect((await named({ text: 'AH-1001' })).sort()).toEqual(['AH-10017', 'AH-10018'])
  expect(await named({ text: "o'hara zz_9" })).toEqual(['zz_9'])
  expect(await named({ text: 'hen' })).toEqual([])
  for (const odd of ["'", ':* | !', '\\', '  ', '%', "a'b:*&c"]) await named({ text: odd })
  expect(await named({ text: ' :* ' })).toEqual([])
})

test('the filters: an open case, unhappy at the last answer', async () => {
  await answer('c-open', 2, 1)
  await answer('c-was', 2, 9)
  await answer('c-was', 10, 1)
  await take('c-was', ...resolved)
  await answer('c-good', 9, 1)
  expect(await named({ hasOpenCase: true })).toEqual(['c-open'])
  expect(await named({ isUnhappy: true })).toEqual(['c-open'])
})

test('value at risk and recovered: each customer once, those without a value told, and the very customers behind it', async () => {
  const worth = { 'c-twice': 1000, 'c-old': 200, 'c-old-case': 30, 'c-won': 5000, 'c-happy': 9000 }
  for (const [externalId, value] of Object.entries(worth)) await name(externalId, { value })
  // Two bad answers, each with a case: once.
  await answer('c-twice', 1, 5)
  await answer('c-twice', 2, 3)
  // A bad answer of long ago whose case was settled: not in this period.
  await answer('c-old', 2, 100)
  await take('c-old', ...resolved, { type: 'close' })
  // The same with the case still open: whenever it was.
  await answer('c-old-case', 2, 100)
  await answer('c-unknown', 0, 2)
  await answer('c-happy', 10, 1)
  // Made good: recovered, and still unhappy at the last answer until the next one.
  await answer('c-won', 3, 20)
  await take('c-won', ...resolved, { type: 'verify', fixed: true })
  const since = ago(90)
  expect(await getMoney(organizationId, since)).toEqual({
    atRisk: { value: 6030, customers: 4, withoutValue: 1 },
    recovered: { value: 5000, customers: 1, withoutValue: 0 },
  })
  expect(await named({ atRiskSince: since, order: 'value' })).toEqual(['c-won', 'c-twice', 'c-old-case', 'c-unknown'])
  expect(await named({ recoveredSince: since })).toEqual(['c-won'])
  await answer('c-won', 9)
  expect(await getMoney(organizationId, since)).toMatchObject({
    atRisk: { value: 1030, customers: 3 },
    recovered: { value: 5000 },
  })
  expect(await getMoney(organizationId, ago(-1))).toMatchObject({ recovered: { value: 0, customers: 0 } })
})

test('health is told from what is there', async () => {
  await name('c-new', {})
  expect(await healthOf('c-new')).toEqual(['unknown', 'neverAnswered'])
  await answer('c-1', 10, 40)
  await answer('c-1', 7, 5)
  expect(await healthOf('c-1')).toEqual(['watch', 'fell'])
  await answer('c-1', 2, 4)
  expect(await healthOf('c-1')).toEqual(['risk', 'lowAnswer', 'openCase'])
  await rowsOf(`update cases set due_at = now() - interval '1 minute'`)
  expect(await healthOf('c-1')).toEqual(['risk', 'overdueCase', 'lowAnswer'])
  await take('c-1', ...resolved, { type: 'verify', fixed: false })
  await rowsOf(`update cases set due_at = now() + interval '1 day'`)
  expect(await healthOf('c-1')).toEqual(['risk', 'reopenedCase', 'lowAnswer'])
  await take('c-1', ...resolved, { type: 'verify', fixed: true })
  expect(await healthOf('c-1')).toEqual(['watch', 'recovered'])
  await answer('c-1', 9)
  expect(await healthOf('c-1')).toEqual(['good', 'highAnswer'])
})

test('who was asked twice and kept silent is watched', async () => {
  await answer('c-1', 10, 60)
  await invite(organizationId, 'delivery', 'c-1')
  await invite(organizationId, 'delivery', 'c-1')
  expect(await healthOf('c-1')).toEqual(['good', 'highAnswer'])
  await rowsOf(`update invitations set created_at = now() - interval '15 days'`)
  expect(await healthOf('c-1')).toEqual(['watch', 'silent', 'highAnswer'])
})

test('the timeline tells everything about one customer, newest first, page after page', async () => {
  for (let count = 0; count < 40; count++) await happen('c-1', 10 + count)
  const response = await answer('c-1', 1, 5)
  await happen('c-2', 1)
  await answer('c-2', 1, 1)
  await invite(organizationId, 'delivery', 'c-1')
  const id = await idOf('c-1')
  const seen: TimelineEntry[] = []
  let cursor: string | null = null
  do {
    const screen: Awaited<ReturnType<typeof getCustomer>> = await getCustomer(organizationId, id, { cursor, now: new Date() })
    if (!screen || isFailure(screen.timeline)) throw new Error('no timeline')
    expect(screen.timeline.items.length).toBeLessThanOrEqual(30)
    seen.push(...screen.timeline.items)
    cursor = screen.timeline.nextCursor
  } while (cursor)
  expect(new Set(seen.map((entry) => entry.id)).size).toBe(seen.length)
  const times = seen.map(({ at }) => at.getTime())
  expect(times).toEqual(times.toSorted((a, b) => b - a))
  const count = (kind: string) => seen.filter((entry) => entry.kind === kind).length
  // `furious` has three recipients, two of whom are one person, and `detractor` tells that one again.
  expect([count('event'), count('response'), count('case'), count('invitation'), count('delivery')]).toEqual([40, 1, 1, 1, 3])
  expect(seen.find(({ kind }) => kind === 'response')).toMatchObject({
    id: response,
    score: { metric: 'nps', value: 1 },
    comment: 'It was a 1',
    touchpoint: 'Delivery',
  })
  expect(seen.find(({ kind }) => kind === 'case')).toMatchObject({ number: await numberOf('c-1'), status: 'open' })
  expect(seen.find(({ kind }) => kind === 'invitation')).toMatchObject({ survey: 'delivery', state: 'sent' })
})

test('a customer of nobody is none', async () => {
  expect(await getCustomer(organizationId, newId(), { now: new Date() })).toBeNull()
  expect(await getCustomer(organizationId, 'no id', { now: new Date() })).toBeNull()
})
