import { beforeAll, beforeEach, expect, test } from 'vitest'
import { putSettings } from '@/pipeline/design/put-settings'
import { eventsOf, openFor, stepper } from '~tests/support/cases'
import { importOne, judge, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let mei: string
let count = 0
beforeAll(async () => {
  organizationId = await openShop()
})
beforeEach(() => {
  count += 1
  mei = `mei-${count}`
})
const casesOf = (externalId: string) =>
  rowsOf<{ id: string; severity: string; due_at: Date }>(
    `select c.id, c.severity, c.due_at from cases c join customers cu on cu.id = c.customer_id where c.organization_id = $1 and cu.external_id = $2`,
    [organizationId, externalId],
  )

test('another bad answer of a customer with an open case joins it, wherever it was given', async () => {
  const first = await openFor(organizationId, mei)
  const second = await openFor(organizationId, mei, 'store')
  expect(second.id).toBe(first.id)
  expect((await eventsOf(first.id)).map(({ type }) => type)).toEqual(['open', 'join'])
  expect((await openFor(organizationId, 'bo')).id).not.toBe(first.id)
})

test('two at the same moment share one case', async () => {
  const ids = await Promise.all(
    ['delivery', 'store', 'loyalty'].map((survey) => importOne(organizationId, survey, { nps: 0 }, { externalId: mei })),
  )
  await Promise.all(ids.map((id) => judge(organizationId, id)))
  const cases = await casesOf(mei)
  expect(cases).toHaveLength(1)
  expect(await rowsOf('select 1 from case_responses where case_id = $1', [cases[0]?.id])).toHaveLength(3)
})

test('a worse one makes it as urgent as itself, and says so', async () => {
  const first = await openFor(organizationId, mei, 'store')
  const [before] = await casesOf(mei)
  await openFor(organizationId, mei, 'delivery')
  const [after] = await casesOf(mei)
  expect([before?.severity, after?.severity]).toEqual(['high', 'critical'])
  expect(after?.due_at.getTime()).toBeLessThan(before?.due_at.getTime() ?? 0)
  expect(await eventsOf(first.id)).toMatchObject([
    { type: 'open' },
    { type: 'join' },
    { type: 'raise', data: { severity: 'critical', from: 'high' } },
  ])
})

test('what is resolved, older than the window, or of an organization that joins nothing stays by itself', async () => {
  const take = stepper(organizationId)
  const first = await openFor(organizationId, mei)
  await take(first.number, { type: 'start' })
  await take(first.number, { type: 'resolve', rootCause: 'delivery', text: 'Done' })
  const second = await openFor(organizationId, mei)
  expect(second.id).not.toBe(first.id)
  await rowsOf(`update cases set opened_at = now() - interval '25 hours' where id = $1`, [second.id])
  const third = await openFor(organizationId, mei)
  expect(third.id).not.toBe(second.id)
  expect(await putSettings(organizationId, { name: 'Shop', cases: { joinHours: 0 } })).not.toHaveProperty('error')
  expect((await openFor(organizationId, mei)).id).not.toBe(third.id)
})
