import { beforeAll, describe, expect, test } from 'vitest'
import { type CaseSearch, countCases, countLoad, findCases } from '@/pipeline/act/find-cases'
import { getRootCauses } from '@/pipeline/act/get-root-causes'
import { takeCaseSteps } from '@/pipeline/act/take-case-steps'
import { openFor, openOne, stepper } from '~tests/support/cases'
import { explain, statementsOf } from '~tests/support/plans'
import { openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let olga: string
const many = 10_000
const day = (days: number) => new Date(Date.now() + days * 86_400_000)

/** Open cases of all severities and owners, due over two weeks, a tenth of them without a clock and a tenth on one that stands. */
const fill = () =>
  rowsOf(
    `insert into cases (organization_id, id, number, status, severity, touchpoint_id, owner_member_id, owner_team_id, opened_at, due_at, remaining_minutes, event_count, updated_at, sla_at)
     select $1, gen_random_uuid(), 1000 + n, (array['open', 'acknowledged', 'in_progress', 'waiting'])[1 + n % 4],
            (array['low', 'medium', 'high', 'critical'])[1 + n % 4], (select id from touchpoints where organization_id = $1 and key = (array['delivery', 'help', 'store'])[1 + n % 3]),
            case when n % 5 > 0 then (select m.id from members m where m.organization_id = $1 and m.name = (array['Olga Owner', 'Tim Team', 'Tara Team', 'Ada Admin'])[n % 5]) end,
            case when n % 5 = 0 then (select id from teams where organization_id = $1 and key = 'care') end,
            now() - interval '3 days', case when n % 10 <> 3 then now() + (n % 337 - 168) * interval '1 hour' end, case when n % 10 = 7 then 60 end, 1, now(), null
       from generate_series(1, $2::int) n`,
    [organizationId, many],
  )

beforeAll(async () => {
  organizationId = await openShop()
  await fill()
  await rowsOf('analyze cases')
  const [row] = await rowsOf<{ id: string }>(`select id from members where organization_id = $1 and name = 'Olga Owner'`, [
    organizationId,
  ])
  olga = row?.id ?? ''
})

const search = (more: Partial<CaseSearch> = {}) => findCases({ organizationId, limit: 50, isDone: false, ...more })
const searches: [string, () => Partial<CaseSearch>][] = [
  ['everything', () => ({})],
  ['mine', () => ({ ownerMemberId: olga })],
  ['overdue', () => ({ overdueAt: new Date() })],
  ['due this week, high, at one touchpoint', () => ({ dueBefore: day(7), severity: 'high', touchpoint: 'store' })],
  ['a team’s', () => ({ owner: 'care' })],
  ['nobody’s', () => ({ owner: 'none' })],
  ['waiting', () => ({ status: 'waiting' })],
  ['words that nobody said', () => ({ q: 'zebra' })],
  ['a number', () => ({ q: '#1234' })],
]

test.each(searches)('with 10,000 open cases %s is found within 300 ms, and no answer is read through', async (_, more) => {
  await search(more())
  const began = performance.now()
  const { statements } = await statementsOf(() => search(more()))
  expect(performance.now() - began).toBeLessThan(300)
  for (const statement of statements) {
    const scanned = (await explain(statement))
      .filter((node) => node['Node Type'] === 'Seq Scan')
      .map((node) => node['Relation Name'] ?? '')
    expect(scanned.filter((name) => /^(answers|responses|scores|case_responses)/.test(name))).toEqual([])
  }
})

test('the queue’s first page is read along its index', async () => {
  const { statements } = await statementsOf(() => search())
  const indexes = (await Promise.all(statements.map(explain))).flat().flatMap((node) => node['Index Name'] ?? [])
  expect(indexes).toContain('cases_running_idx')
})

test('page after page shows every case once, what is due first first and those without a clock last', async () => {
  const seen: { number: number; dueAt: Date | null }[] = []
  let cursor: string | null = null
  do {
    const page = await search({ limit: 700, cursor })
    seen.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  expect(new Set(seen.map(({ number }) => number)).size).toBe(many)
  expect(seen).toHaveLength(many)
  const dues = seen.map(({ dueAt }) => dueAt?.getTime() ?? Number.POSITIVE_INFINITY)
  expect(dues).toEqual([...dues].sort((a, b) => (a === b ? 0 : a - b)))
})

test.each(['-200000-01-01T00:00:00Z~1', '+200000-01-01T00:00:00Z~1', 'soon~1', '2026-13-01T00:00:00Z~1', '~0', '%E0~1'])(
  'a forged place to go on from (%s) is the beginning, never a time that the database doesn’t know',
  async (cursor) => {
    const [top, forged] = await Promise.all([search({ limit: 3 }), search({ limit: 3, cursor })])
    expect(forged.items.map(({ number }) => number)).toEqual(top.items.map(({ number }) => number))
  },
)

test('load and counts agree with the cases', async () => {
  const [load, counts] = [await countLoad(organizationId, new Date()), await countCases(organizationId, olga, new Date())]
  expect(load.reduce((sum, { open }) => sum + open, 0)).toBe(many)
  expect(load.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(counts.overdue)
  expect(load.map(({ owner }) => owner).sort()).toEqual([
    'ada@shop.example',
    'care',
    'olga@shop.example',
    'tara@shop.example',
    'tim@shop.example',
  ])
})

describe('narrowed', () => {
  test('by what was said, by whom and by number', async () => {
    const said = await openOne(organizationId, 'delivery', 'The courier threw the parcel over the fence')
    const mei = await openFor(organizationId, 'mei-4711')
    await rowsOf(`update customers set name = 'Mei Chen' where external_id = 'mei-4711'`)
    const numbers = async (q: string) => (await search({ q })).items.map(({ number }) => number)
    expect(await numbers('parcel fence')).toEqual([said.number])
    expect(await numbers('mei')).toEqual([mei.number])
    expect(await numbers(`#${mei.number}`)).toEqual([mei.number])
    expect(await numbers('nothing like it')).toEqual([])
  })

  test('by a root cause and everything below it, and reported down the tree', async () => {
    const take = stepper(organizationId)
    for (const rootCause of ['delivery', 'delivery', 'staff']) {
      const { number } = await openOne(organizationId)
      await take(number, { type: 'start' })
      await take(number, { type: 'resolve', rootCause, text: 'Done' })
    }
    expect((await search({ isDone: true, rootCause: 'delivery' })).items).toHaveLength(2)
    const { total, causes } = await getRootCauses(organizationId, day(-1))
    expect(total).toBe(3)
    expect(causes).toMatchObject([
      { key: 'delivery', count: 2, share: 2 / 3 },
      { key: 'staff', count: 1, share: 1 / 3 },
    ])
    expect(await getRootCauses(organizationId, day(-1), 'help')).toEqual({ total: 0, causes: [] })
  })
})

test('a step on several says what came of each, keeps none from it for another’s sake, and is taken back', async () => {
  const [first, second] = [await openOne(organizationId), await openOne(organizationId)]
  const assign = (owner: string) => ({ type: 'assign', owner }) as const
  const both = (step: ReturnType<typeof assign>) => [first, second].map(({ number }) => ({ number, step }))
  const by = 'ada@shop.example'
  const outcomes = await takeCaseSteps({
    organizationId,
    by,
    steps: [...both(assign('care')), { number: 999_999, step: assign('care') }],
  })
  expect(outcomes).toEqual([
    { number: first.number, undo: assign('olga@shop.example') },
    { number: second.number, undo: assign('olga@shop.example') },
    { number: 999_999, error: 'case_not_found', detail: expect.any(String) },
  ])
  const undo = outcomes.flatMap((one) => ('undo' in one && one.undo ? [{ number: one.number, step: one.undo }] : []))
  expect(await takeCaseSteps({ organizationId, by, steps: undo })).toHaveLength(2)
  expect((await search({ owner: 'care', q: `#${first.number}` })).items).toEqual([])
  const closing = await takeCaseSteps({ organizationId, by, steps: [{ number: first.number, step: { type: 'close' } }] })
  expect(closing).toMatchObject([{ error: 'step_not_allowed' }])
})
