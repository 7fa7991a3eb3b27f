import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { CaseStep } from '@/domain/case/step'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { hear, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let responseId: string
let number: number
beforeAll(async () => {
  organizationId = await openShop()
})
beforeEach(async () => {
  responseId = await hear(organizationId, 'delivery', { nps: 0 })
  const [row] = await rowsOf<{ number: number }>(
    'select number from cases c join case_responses cr on cr.case_id = c.id where cr.response_id = $1',
    [responseId],
  )
  number = row?.number ?? 0
})

const take = (step: CaseStep, by = 'olga@shop.example') => recordCaseEvent({ organizationId, number, step, by })
const resolve: CaseStep = { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' }
const eventsOf = async () =>
  (
    await rowsOf<{ sequence: number; type: string; by: string; data: object }>(
      `select e.sequence, e.type, e.by, e.data from case_events e join cases c on c.id = e.case_id where c.number = $1 order by 1`,
      [number],
    )
  ).map(({ sequence, type, by }) => `${sequence} ${type} ${by}`)

test('a case goes through its whole life, each step with who took it, and its state follows', async () => {
  const life: [CaseStep, string][] = [
    [{ type: 'acknowledge' }, 'acknowledged'],
    [{ type: 'start' }, 'in_progress'],
    [{ type: 'wait' }, 'waiting'],
    [{ type: 'start' }, 'in_progress'],
    [{ type: 'note', text: 'Called' }, 'in_progress'],
    [resolve, 'resolved'],
    [{ type: 'verify', fixed: false }, 'open'],
    [{ type: 'start' }, 'in_progress'],
    [resolve, 'resolved'],
    [{ type: 'verify', fixed: true }, 'verified'],
    [{ type: 'close' }, 'closed'],
    [{ type: 'reopen' }, 'open'],
  ]
  for (const [step, status] of life) expect(await take(step)).toMatchObject({ case: { status } })
  const expected = life.map(([{ type }], index) => `${index + 2} ${type} olga@shop.example`)
  expect(await eventsOf()).toEqual(['1 open system', ...expected])
})

test.each<CaseStep>([{ type: 'wait' }, { type: 'verify', fixed: true }, { type: 'close' }, { type: 'reopen' }, resolve])(
  'an open case refuses $type and nothing changes',
  async (step) => {
    const before = await rowsOf('select * from cases where number = $1', [number])
    expect(await take(step)).toMatchObject({ error: 'step_not_allowed' })
    expect(await rowsOf('select * from cases where number = $1', [number])).toEqual(before)
    expect(await eventsOf()).toEqual(['1 open system'])
  },
)

test('of two who take the same step at once one does it and the other meets the state after it', async () => {
  const outcomes = await Promise.all(
    ['olga@shop.example', 'ada@shop.example', 'tim@shop.example'].map((by) => take({ type: 'acknowledge' }, by)),
  )
  expect(outcomes.filter((one) => 'case' in one)).toHaveLength(1)
  expect(outcomes.filter((one) => 'error' in one && one.error === 'step_not_allowed')).toHaveLength(2)
  await Promise.all(Array.from({ length: 10 }, (_, index) => take({ type: 'note', text: `note ${index}` })))
  expect(await eventsOf()).toHaveLength(12)
})

test('a case goes to an active member or a team, and to nobody who isn’t there', async () => {
  for (const owner of ['nobody@shop.example', 'gus@shop.example', 'no-team'])
    expect(await take({ type: 'assign', owner })).toMatchObject({ error: 'reference_missing', errors: [{ path: 'owner' }] })
  expect(await eventsOf()).toEqual(['1 open system'])
  expect(await take({ type: 'assign', owner: 'tim@shop.example' })).toMatchObject({
    case: { status: 'open', owner: { email: 'tim@shop.example', name: 'Tim Team' } },
  })
  expect(await take({ type: 'assign', owner: 'care' })).toMatchObject({ case: { owner: { team: 'care' } } })
})

test('acknowledging a case acknowledges its alerts and its answers, at that moment and once', async () => {
  const times = () =>
    rowsOf<{ response: Date | null; alert: Date | null; by: string | null; status: string; case: Date | null }>(
      `select r.acknowledged_at as response, a.acknowledged_at as alert, a.acknowledged_by as by, a.status, c.acknowledged_at as case
         from responses r join alerts a on a.response_id = r.id join cases c on c.id = a.case_id where r.id = $1`,
      [responseId],
    )
  expect(await times()).toMatchObject([
    { response: null, status: 'raised' },
    { response: null, status: 'raised' },
  ])
  await take({ type: 'start' })
  const after = await times()
  for (const row of after) {
    expect(row).toMatchObject({ status: 'acknowledged', by: 'olga@shop.example', response: expect.any(Date) })
    expect(row.alert).toEqual(row.response)
    expect(row.case).toEqual(row.response)
  }
  await take(resolve)
  await take({ type: 'reopen' })
  await take({ type: 'acknowledge' }, 'tim@shop.example')
  expect(await times()).toEqual(after)
})

test('a case that isn’t there takes no step', async () => {
  expect(await recordCaseEvent({ organizationId, number: 999_999, step: { type: 'start' }, by: 'x' })).toMatchObject({
    error: 'case_not_found',
  })
})
