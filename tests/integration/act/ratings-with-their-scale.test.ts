import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { findCases } from '@/pipeline/act/find-cases'
import { getCaseScreen } from '@/pipeline/act/get-case-screen'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { getCustomer } from '@/pipeline/analyze/get-customer'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { explain, statementsOf } from '~tests/support/plans'
import { importOne, judge, openShop, rowsOf } from '~tests/support/shop'

const [was, is] = [
  { en: 'How calm was it?', 'zh-CN': '是否从容？' },
  { en: 'How calm is it here?', 'zh-CN': '这里是否从容？' },
]
const desk = (text: typeof was) => ({
  ...{ touchpoint: 'store', title: 'Desk' },
  pages: [{ questions: [{ key: 'calm', kind: 'rating', scale: 5, text }] }],
})
const restless = {
  ...{ name: 'Restless', touchpoints: ['store'], when: { field: 'answer.calm', op: 'lte', value: 2 }, openCase: true },
  ...{ severity: 'low', notify: [{ to: 'touchpoint_owner', by: 'email' }] },
}

let organizationId: string
const apply = async (programme: object) => {
  const applied = await applyProgramme(organizationId, programme)
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
}
const answer = async (externalId: string, survey: string, answers: Record<string, number>) => {
  const id = await importOne(organizationId, survey, answers, { externalId })
  await judge(organizationId, id)
  return id
}

beforeAll(async () => {
  organizationId = await openShop()
  await apply({ surveys: { desk: desk(was) }, alertRules: { restless } })
  await answer('mei', 'desk', { calm: 1 })
  // The question is asked in other words since: what was answered was asked in the former.
  await apply({ surveys: { desk: desk(is) } })
  await answer('tom', 'desk', { calm: 2 })
  await answer('ann', 'delivery', { nps: 0 })
})

const calm = (text: typeof was, value: number) => ({ score: { metric: 'calm', value }, rated: { text, most: 5 } })
const named = { score: { metric: 'nps', value: 0 }, rated: null }
const customers = { mei: calm(was, 1), tom: calm(is, 2), ann: named }

test.each([false, true])(
  'a case in the queue (done: %s) has its rating with the question as it was asked, and its scale',
  async (isDone) => {
    if (isDone) await rowsOf(`update cases set status = 'closed' where organization_id = $1`, [organizationId])
    const found = await findCases({ organizationId, limit: 10, isDone })
    if (isFailure(found)) throw new Error(found.error)
    const byName = Object.fromEntries(found.items.map((one) => [one.customerName, one]))
    expect(byName).toMatchObject(customers)
  },
)

test('a case’s screen and its customer’s timeline tell the same of each answer', async () => {
  const rows = await rowsOf<{ number: number; customer: string; id: string }>(
    'select k.number, c.external_id as customer, c.id from cases k join customers c on c.id = k.customer_id where k.organization_id = $1',
    [organizationId],
  )
  expect(rows).toHaveLength(3)
  for (const { number, customer, id } of rows) {
    const wanted = customers[customer as 'mei']
    expect((await getCaseScreen(organizationId, number))?.responses).toMatchObject([wanted])
    const timeline = (await getCustomer(organizationId, id, { now: new Date() }))?.timeline
    if (!timeline || isFailure(timeline)) throw new Error('no timeline')
    expect(timeline.items.filter(({ kind }) => kind === 'response')).toMatchObject([wanted])
    expect(timeline.items.find(({ kind }) => kind === 'case')).not.toHaveProperty('rated')
  }
})

test('an example of a back-test has it too', async () => {
  const result = await backTestRule({ organizationId, days: 2, now: new Date(), rule: restless })
  expect(result).toMatchObject({ examples: [calm(is, 2), calm(was, 1)] })
})

test('the question is looked up by its version, and no answer is read through for it', async () => {
  const { statements } = await statementsOf(() => findCases({ organizationId, limit: 10, isDone: true }))
  const nodes = (await Promise.all(statements.map(explain))).flat()
  const scanned = nodes.filter((node) => node['Node Type'] === 'Seq Scan').map((node) => node['Relation Name'] ?? '')
  expect(scanned.filter((name) => /^(answers|responses|scores|case_responses)/.test(name))).toEqual([])
})
