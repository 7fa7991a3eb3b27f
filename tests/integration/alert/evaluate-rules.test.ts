import { beforeAll, expect, test } from 'vitest'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { scoreResponse } from '@/pipeline/score/score-response'
import { countOf, hear, importOne, judge, openShop, rowsOf, submit } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop()
})

/** What one response has called forth. */
const outcomeOf = async (id: string) => {
  const [alerts, cases, deliveries] = await Promise.all([
    rowsOf<{ rule: string; subject: string; case_id: string | null }>(
      `select r.key as rule, a.subject, a.case_id from alerts a join alert_rules r on r.id = a.rule_id where a.response_id = $1 order by 1`,
      [id],
    ),
    rowsOf<{ case_id: string; severity: string; number: number }>(
      'select cr.case_id, c.severity, c.number from case_responses cr join cases c on c.id = cr.case_id where response_id = $1',
      [id],
    ),
    rowsOf<{ recipient: string }>('select recipient from deliveries where response_id = $1 order by recipient', [id]),
  ])
  return { alerts, cases, recipients: deliveries.map(({ recipient }) => recipient) }
}

test('an answer that is judged again and again, side by side, has one alert, one case and one message', async () => {
  const id = await submit('delivery', { nps: 5 })
  await scoreResponse({ organizationId, id })
  await Promise.all(Array.from({ length: 12 }, () => evaluateRules({ organizationId, id })))
  await evaluateRules({ organizationId, id })
  const { alerts, cases, recipients } = await outcomeOf(id)
  expect(alerts).toMatchObject([{ rule: 'detractor', subject: `response:${id}` }])
  expect(cases).toHaveLength(1)
  expect(recipients).toEqual(['olga@shop.example'])
  expect(await countOf(`case_events where case_id = $1`, [cases[0]?.case_id])).toBe(1)
})

test('an answer that gets worse in a new revision raises no second alert for the same rule and opens no second case', async () => {
  const id = await hear(organizationId, 'delivery', { nps: 6 })
  const before = await outcomeOf(id)
  await submit('delivery', { nps: 3 }, { id, revision: 2 })
  await judge(organizationId, id)
  expect(await outcomeOf(id)).toEqual(before)
  await submit('delivery', { nps: 0 }, { id, revision: 3 })
  await judge(organizationId, id)
  const after = await outcomeOf(id)
  expect(after.alerts.map(({ rule }) => rule)).toEqual(['detractor', 'furious'])
  expect(after.cases).toEqual(before.cases)
})

test('two rules on one answer share one case of the higher severity, and nobody gets a rule’s message twice', async () => {
  const id = await hear(organizationId, 'delivery', { nps: 0 })
  const { alerts, cases, recipients } = await outcomeOf(id)
  expect(alerts.map(({ rule }) => rule)).toEqual(['detractor', 'furious'])
  expect(new Set(alerts.map(({ case_id }) => case_id))).toEqual(new Set([cases[0]?.case_id]))
  expect(cases).toMatchObject([{ severity: 'critical' }])
  expect(recipients).toEqual(['ada@shop.example', 'olga@shop.example', 'olga@shop.example'])
  const keys = await rowsOf<{ key: string }>('select distinct key from deliveries where response_id = $1', [id])
  expect(keys).toHaveLength(3)
})

test('an answer that no rule minds leaves nothing behind and is judged once', async () => {
  const id = await hear(organizationId, 'delivery', { nps: 9 })
  expect(await outcomeOf(id)).toEqual({ alerts: [], cases: [], recipients: [] })
  expect(await rowsOf('select revision, evaluated_revision, alerted_at from responses where id = $1', [id])).toEqual([
    { revision: 1, evaluated_revision: 1, alerted_at: null },
  ])
})

test('two answers of one customer at the same moment raise one alert, and the second joins the case', async () => {
  for (let round = 0; round < 5; round++) {
    const externalId = `twice-${round}`
    const ids = [
      await importOne(organizationId, 'loyalty', { nps: 1 }, { externalId }),
      await importOne(organizationId, 'loyalty', { nps: 2 }, { externalId }),
      await importOne(organizationId, 'loyalty', { nps: 3 }, { externalId }),
    ]
    for (const id of ids) await scoreResponse({ organizationId, id })
    await Promise.all(ids.flatMap((id) => [evaluateRules({ organizationId, id }), evaluateRules({ organizationId, id })]))
    const outcomes = await Promise.all(ids.map(outcomeOf))
    expect(outcomes.flatMap(({ alerts }) => alerts)).toHaveLength(1)
    expect(outcomes.flatMap(({ recipients }) => recipients)).toEqual(['olga@shop.example'])
    const cases = outcomes.flatMap((outcome) => outcome.cases.map(({ case_id }) => case_id))
    expect(cases).toHaveLength(3)
    expect(new Set(cases).size).toBe(1)
    const events = await rowsOf<{ type: string }>('select type from case_events where case_id = $1 order by sequence', [cases[0]])
    expect(events.map(({ type }) => type)).toEqual(['open', 'join', 'join'])
  }
})

test('the window of once ends: a later answer of the same customer alerts anew', async () => {
  const options = { externalId: 'patient' }
  const first = await importOne(organizationId, 'loyalty', { nps: 1 }, options)
  await judge(organizationId, first)
  await rowsOf(`update alerts set raised_at = raised_at - interval '25 hours' where response_id = $1`, [first])
  await rowsOf(
    `update cases c set opened_at = opened_at - interval '25 hours' from case_responses cr where cr.response_id = $1 and cr.case_id = c.id`,
    [first],
  )
  const second = await importOne(organizationId, 'loyalty', { nps: 1 }, options)
  await judge(organizationId, second)
  const [one, two] = [await outcomeOf(first), await outcomeOf(second)]
  expect(two.alerts).toHaveLength(1)
  expect(two.cases[0]?.case_id).not.toBe(one.cases[0]?.case_id)
})

test('anonymous answers are each their own subject, also under once', async () => {
  const ids = [await hear(organizationId, 'loyalty', { nps: 1 }), await hear(organizationId, 'loyalty', { nps: 1 })]
  for (const id of ids) expect((await outcomeOf(id)).alerts).toMatchObject([{ subject: `response:${id}` }])
})

test('a touchpoint whose owner has left alerts the administrators, one of a team everybody in it', async () => {
  expect((await outcomeOf(await hear(organizationId, 'store', { nps: 2 }))).recipients).toEqual(['ada@shop.example'])
  const team = await outcomeOf(await hear(organizationId, 'help', { csat: 1 }))
  expect(team.recipients).toEqual(['tara@shop.example', 'tim@shop.example'])
  expect(team.alerts).toHaveLength(1)
})

test.each([
  ['none', 0, 0],
  ['recent', 0, 1],
  ['recent', 48, 0],
  ['all', 48, 1],
] as const)('imported answers with alerts "%s", given %d hours ago, raise %d alerts', async (alerts, hours, expected) => {
  const at = new Date(Date.now() - hours * 3_600_000)
  const id = await importOne(organizationId, 'delivery', { nps: 4 }, { alerts, at })
  await judge(organizationId, id)
  const outcome = await outcomeOf(id)
  expect([outcome.alerts, outcome.cases, outcome.recipients].map(({ length }) => length)).toEqual([expected, expected, expected])
  expect(await countOf('responses where id = $1 and evaluated_revision = scored_revision', [id])).toBe(1)
})

test('case numbers are given out once each, without a gap, however many cases open at once', async () => {
  const ids = await Promise.all(Array.from({ length: 40 }, () => submit('delivery', { nps: 4 })))
  await Promise.all(ids.map((id) => judge(organizationId, id)))
  const numbers = (
    await rowsOf<{ number: number }>('select number from cases where organization_id = $1 order by number', [organizationId])
  ).map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  for (const id of ids) expect((await outcomeOf(id)).cases).toHaveLength(1)
})
