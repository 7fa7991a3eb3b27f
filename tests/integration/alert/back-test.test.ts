import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { raisePastAlerts } from '@/pipeline/alert/raise-past-alerts'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { recordEvents } from '@/pipeline/listen/record-events'
import { scoreResponse } from '@/pipeline/score/score-response'
import { pool } from '@/store/connection'
import { createChance } from '~tests/support/chance'
import { type KnownField, randomCondition } from '~tests/support/random-conditions'
import { countOf, openShop, rowsOf } from '~tests/support/shop'

const answersCount = 260
const days = 12
const hour = 3_600_000
const chance = createChance(Number(process.env.TEST_SEED ?? 23))
const surveys = ['delivery', 'loyalty', 'store', 'help'] as const
const fields: [KnownField, ...KnownField[]] = [
  ['score.nps', 6, 3, 9],
  ['score.csat', 2, 3],
  ['answer.speed', 2, 4],
  ['text.sentiment', -0.2, 'negative'],
  ['customer.tier', 'gold', 'silver'],
  ['event.courier', 'swift', 'slow'],
  ['response.channel', 'web'],
  ['touchpoint.key', 'delivery'],
]

let organizationId: string
let now: Date
let rules: string[]

/** Rules about random things, at random touchpoints, with windows of random length. */
const randomRule = () => ({
  name: 'Random',
  touchpoints: chance.below(2) ? 'all' : surveys.slice(chance.below(3)),
  when: chance.below(3) ? { field: 'score.nps', op: 'lte', value: chance.below(9) } : randomCondition(chance, fields, 2),
  notify: [{ to: 'touchpoint_owner' }],
  openCase: chance.below(2) === 0,
  ...(chance.below(3) ? { once: { per: chance.below(5) ? 'customer' : 'response', hours: 1 + chance.below(80) } } : {}),
})

const randomAnswer = () => {
  const survey = chance.pick(surveys)
  const words = chance.pick(['', 'The parcel was late and broken', 'Great staff'])
  const answers =
    survey === 'help'
      ? { csat: 1 + chance.below(5) }
      : { nps: chance.below(11), ...(survey === 'delivery' ? { speed: 1 + chance.below(5), reason: words } : {}) }
  const externalId = `c${chance.below(9)}`
  const customer = chance.below(5) ? { externalId, attributes: { tier: chance.pick(['gold', 'silver', 'none']) } } : undefined
  // Whole hours, so that windows often end exactly when the next answer comes.
  const submittedAt = new Date(now.getTime() - (1 + chance.below((days + 3) * 24)) * hour).toISOString()
  return { survey, answers, submittedAt, ...(customer ? { customer } : {}) }
}

const tested = async (key: string) => {
  const result = await backTestRule({ organizationId, key, days, now })
  if (isFailure(result)) throw new Error(result.detail)
  return result
}

beforeAll(async () => {
  now = new Date()
  organizationId = await openShop('tested')
  const made = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`random-${index}`, randomRule()]))
  rules = ['detractor', 'help-low', 'loyalty-low', ...Object.keys(made)]
  const applied = await applyProgramme(organizationId, { alertRules: made })
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  const { ids, rejected } = await importResponses(organizationId, Array.from({ length: answersCount }, randomAnswer), 'all', now)
  expect(rejected).toEqual([])
  const events = Array.from({ length: 60 }, (_, index) => ({
    id: `0190a0b0-0000-7000-8000-${String(index).padStart(12, '0')}`,
    touchpoint: chance.pick(['delivery', 'store']),
    customer: { externalId: `c${chance.below(9)}` },
    occurredAt: new Date(now.getTime() - chance.below(days * 24) * hour).toISOString(),
    attributes: { courier: chance.pick(['Swift', 'Slow']) },
  }))
  await recordEvents(organizationId, events, now)
  for (const id of ids) await scoreResponse({ organizationId, id })
  // The live engine judges what lies within the days that will be asked about, each answer at its time.
  const first = (await tested('detractor')).from
  const given = await rowsOf<{ id: string; submitted_at: Date }>(
    'select id, submitted_at from responses where organization_id = $1 and submitted_at >= $2 order by submitted_at, id',
    [organizationId, first],
  )
  for (const { id, submitted_at: at } of given) await evaluateRules({ organizationId, id }, { at })
}, 120_000)

type Raised = { response_id: string; day: string; owner: string }
const raisedBy = (key: string) =>
  rowsOf<Raised>(
    `select a.response_id, to_char(r.submitted_at at time zone 'UTC', 'YYYY-MM-DD') as day, coalesce(u.email, g.key) as owner
       from alerts a join alert_rules ar on ar.id = a.rule_id join responses r on r.id = a.response_id
       join touchpoints t on t.id = a.touchpoint_id left join members m on m.id = t.owner_member_id left join users u on u.id = m.user_id
       left join teams g on g.id = t.owner_team_id
      where a.organization_id = $1 and ar.key = $2 order by r.submitted_at, r.id`,
    [organizationId, key],
  )
const tally = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].sort().map((value) => [value, values.filter((one) => one === value).length]))

test('what a back-test counts is what the live engine raised for the same answers, for every rule', async () => {
  let fired = 0
  let folded = 0
  for (const key of rules) {
    const [result, raised] = await Promise.all([tested(key), raisedBy(key)])
    expect([key, result.fired]).toEqual([key, raised.length])
    expect(tally(result.perDay.flatMap(({ day, fired: count }) => Array<string>(count).fill(day)))).toEqual(
      tally(raised.map(({ day }) => day)),
    )
    const owners = result.perOwner.map(({ owner, fired: count }) => [
      owner && ('team' in owner ? owner.team : owner.email),
      count,
    ])
    expect(Object.fromEntries(owners)).toEqual(tally(raised.map(({ owner }) => owner)))
    expect(new Set(result.examples.map(({ id }) => id))).toEqual(new Set(raised.slice(-10).map(({ response_id }) => response_id)))
    expect(result.perDay).toHaveLength(days)
    expect(result.perDay.reduce((sum, day) => sum + day.responses, 0)).toBe(result.responses)
    fired += result.fired
    folded += result.matched - result.fired
  }
  // Rules that never fire, or windows that fold nothing, would prove little.
  expect(fired).toBeGreaterThan(200)
  expect(folded).toBeGreaterThan(50)
})

test('it says how many of these answers other rules caught already, and which did', async () => {
  const [result, mine, theirs] = await Promise.all([tested('detractor'), raisedBy('detractor'), raisedBy('furious')])
  const ids = new Set(mine.map(({ response_id }) => response_id))
  const both = theirs.filter(({ response_id }) => ids.has(response_id)).length
  expect(result.caught.rules.find(({ key }) => key === 'furious')?.responses).toBe(both)
  expect(result.caught.rules.map(({ key }) => key)).not.toContain('detractor')
  expect(result.caught.responses).toBeLessThanOrEqual(result.fired)
})

test('a draft is tested as it is written, and one that isn’t complete is refused with the place', async () => {
  const rule = { name: 'Draft', when: { field: 'score.nps', op: 'gte', value: 0 }, touchpoints: ['delivery'], enabled: false }
  const result = await backTestRule({ organizationId, rule, days, now })
  expect(!isFailure(result) && [result.fired, result.fired > 0]).toEqual([!isFailure(result) && result.responses, true])
  expect(await backTestRule({ organizationId, rule: { name: 'Draft' }, days, now })).toMatchObject({
    error: 'invalid',
    errors: [{ path: 'when' }],
  })
  expect(await backTestRule({ organizationId, key: 'no-such-rule', days, now })).toMatchObject({ error: 'not_found' })
})

test('a back-test stops at its time limit and tells how far it has come', async () => {
  const seen: number[] = []
  const watched = await backTestRule(
    { organizationId, key: 'detractor', days, now },
    { pageSize: 20, onProgress: (share) => seen.push(share) },
  )
  expect(isFailure(watched)).toBe(false)
  expect(seen.length).toBeGreaterThan(1)
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  expect(seen.every((share) => share > 0 && share <= 1)).toBe(true)
  expect(await backTestRule({ organizationId, key: 'detractor', days, now }, { pageSize: 20, limitSeconds: 0 })).toMatchObject({
    error: 'too_slow',
  })
})

test('alerts raised over the past are those of the back-test, are history, and are raised once', async () => {
  const once = { per: 'customer', hours: 36 }
  const rule = { name: 'Late', when: { field: 'score.nps', op: 'lte', value: 7 }, once, notify: [{ to: 'touchpoint_owner' }] }
  await applyProgramme(organizationId, { alertRules: { late: rule } })
  const before = [await countOf('cases'), await countOf('deliveries'), await countOf('responses where alerted_at is not null')]
  const expected = await tested('late')
  const run = () => raisePastAlerts({ organizationId, key: 'late', days, acts: false, now })
  const [one, two] = await Promise.all([run(), run()])
  expect(isFailure(one) || isFailure(two) || one.raised + two.raised).toBe(expected.fired)
  expect(await run()).toEqual({ responses: expected.responses, raised: 0 })
  const raised = await rowsOf<{ is_past: boolean; case_id: string | null; same: boolean }>(
    `select a.is_past, a.case_id, a.raised_at = r.submitted_at as same from alerts a join alert_rules ar on ar.id = a.rule_id
       join responses r on r.id = a.response_id where ar.key = 'late'`,
  )
  expect(raised).toHaveLength(expected.fired)
  expect(raised.every((alert) => alert.is_past && alert.case_id === null && alert.same)).toBe(true)
  expect([await countOf('cases'), await countOf('deliveries'), await countOf('responses where alerted_at is not null')]).toEqual(
    before,
  )
  expect((await tested('late')).fired).toBe(expected.fired)
})

test('alerts raised over the past open cases and tell people only where that is asked for', async () => {
  const rule = {
    name: 'Asked',
    touchpoints: ['help'],
    when: { field: 'score.csat', op: 'lte', value: 2 },
    notify: [{ to: 'touchpoint_owner' }],
  }
  await applyProgramme(organizationId, { alertRules: { asked: rule } })
  const run = await raisePastAlerts({ organizationId, key: 'asked', days, acts: true, now })
  const raised = !isFailure(run) ? run.raised : 0
  expect(raised).toBeGreaterThan(2)
  const { rows } = await pool().query(
    `select count(*)::int as sent, count(distinct d.alert_id)::int as alerts from deliveries d join alerts a on a.id = d.alert_id
       join alert_rules ar on ar.id = a.rule_id where ar.key = 'asked'`,
  )
  expect(rows).toEqual([{ sent: raised * 2, alerts: raised }])
})
