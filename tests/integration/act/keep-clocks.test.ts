import { beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { keepClocks } from '@/pipeline/act/keep-clocks'
import { putSettings } from '@/pipeline/design/put-settings'
import { saveTarget } from '@/pipeline/design/save-target'
import { caseMails, eventsOf, type OpenedCase, openOne, stepper } from '~tests/support/cases'
import { openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
let one: OpenedCase
const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(organizationId)(...step)

beforeAll(async () => {
  organizationId = await openShop()
  const saved = await putSettings(organizationId, {
    name: 'Shop',
    cases: {
      escalation: [
        { afterHours: 0, to: 'member:ada@shop.example' },
        { afterHours: 2, to: 'team:care', assign: true },
      ],
    },
  })
  expect(saved).not.toHaveProperty('error')
  await rowsOf(`update users set locale = 'zh-CN' where email = 'ada@shop.example'`)
})
beforeEach(async () => {
  one = await openOne(organizationId)
})

/** Turns the case's clock: it was opened, and is due, that much earlier. The column keeps milliseconds, to which a moment may be rounded up. */
const passHours = (hours: number) =>
  rowsOf(
    `update cases set opened_at = opened_at - make_interval(secs => $2::float8 * 3600), due_at = due_at - make_interval(secs => $2::float8 * 3600), sla_at = now() - interval '1 second' where id = $1`,
    [one.id, hours],
  )
const typesOf = async () => (await eventsOf(one.id)).map(({ type }) => type)
const recipients = async () => (await caseMails(one.id)).map(({ recipient }) => recipient)
const slaOf = async () =>
  (await rowsOf<{ sla_at: Date | null; due_at: Date }>('select sla_at, due_at from cases where id = $1', [one.id]))[0]

test('a new case is looked at and then left alone until three quarters of its time are used', async () => {
  await keepClocks()
  expect(await typesOf()).toEqual(['open'])
  const { sla_at, due_at } = (await slaOf()) ?? {}
  // Critical, at the product's four hours: a warning when one of them is left.
  expect((due_at?.getTime() ?? 0) - (sla_at?.getTime() ?? 0)).toBeCloseTo(3_600_000, -2)
})

test('its owner is warned once, however often and by how many the clock is looked at', async () => {
  await passHours(3.2)
  await Promise.all([keepClocks(), keepClocks(), keepClocks()])
  await rowsOf(`update cases set sla_at = now() - interval '1 second' where id = $1`, [one.id])
  await keepClocks()
  expect(await typesOf()).toEqual(['open', 'warn'])
  expect(await recipients()).toEqual(['olga@shop.example'])
})

test('what runs out goes along the chain, each in their language, and to the last one for good', async () => {
  await passHours(4.1)
  await keepClocks()
  expect(await typesOf()).toEqual(['open', 'run_out', 'escalate'])
  expect(await recipients()).toEqual(['ada@shop.example'])
  await passHours(2)
  await Promise.all([keepClocks(), keepClocks()])
  expect(await typesOf()).toEqual(['open', 'run_out', 'escalate', 'escalate', 'assign'])
  expect(await recipients()).toEqual(['ada@shop.example', 'tara@shop.example', 'tim@shop.example'])
  expect((await slaOf())?.sla_at).toBeNull()
  const [owner] = await rowsOf<{ key: string }>(
    'select t.key from cases c join teams t on t.id = c.owner_team_id where c.id = $1',
    [one.id],
  )
  expect(owner).toEqual({ key: 'care' })
  for (const { id } of await caseMails(one.id)) await deliverMessage({ organizationId, id })
  const [ada, tara] = await caseMails(one.id)
  expect(ada).toMatchObject({ status: 'sent', locale: 'zh-CN', subject: expect.stringContaining(`工单 ${one.number} 已超时`) })
  expect(ada?.text).toContain('The box was open')
  expect(tara).toMatchObject({ locale: 'en', subject: expect.stringContaining(`Case ${one.number} has run out`) })
  expect(tara?.html).toContain(`/cases/${one.number}"`)
})

test('webhooks hear of what a clock called for, in its order', async () => {
  const input = { url: 'https://erp.shop.example/hook', events: ['case.overdue', 'case.escalated', 'case.assigned'] }
  expect(await saveTarget({ organizationId, by: 'ada@shop.example', channel: 'webhook', key: 'erp', input })).not.toHaveProperty(
    'error',
  )
  await passHours(6.1)
  await keepClocks()
  const told = await rowsOf<{ event: string }>(
    'select event from deliveries where case_id = $1 and target_id is not null order by case_sequence',
    [one.id],
  )
  expect(told.map(({ event }) => event)).toEqual(['case.overdue', 'case.escalated', 'case.escalated', 'case.assigned'])
})

test('nothing is called for while the clock stands, and the warning comes when it goes on', async () => {
  await take(one.number, { type: 'start' })
  await take(one.number, { type: 'wait' })
  await rowsOf('update cases set remaining_minutes = 30 where id = $1', [one.id])
  await keepClocks()
  expect((await slaOf())?.sla_at).toBeNull()
  await take(one.number, { type: 'start' })
  await keepClocks()
  expect(await typesOf()).toEqual(['open', 'start', 'wait', 'start', 'warn'])
})

test('what is resolved calls for nothing, and a reopened case begins from nothing', async () => {
  await take(one.number, { type: 'acknowledge' })
  await passHours(3.5)
  await keepClocks()
  await take(one.number, { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' })
  await passHours(24)
  await keepClocks()
  expect(await typesOf()).toEqual(['open', 'acknowledge', 'warn', 'resolve'])
  await take(one.number, { type: 'reopen' })
  await passHours(3.5)
  await keepClocks()
  expect(await typesOf()).toEqual(['open', 'acknowledge', 'warn', 'resolve', 'reopen', 'warn'])
})

test('a chain that nobody is left of tells the administrators', async () => {
  await rowsOf(`update members set is_active = false where organization_id = $1 and name like '% Team'`, [organizationId])
  await passHours(9)
  await keepClocks()
  expect(await recipients()).toEqual(['ada@shop.example', 'ada@shop.example'])
  await rowsOf(`update members set is_active = true where organization_id = $1 and name like '% Team'`, [organizationId])
})

test('a case that can’t be looked at doesn’t hold up the others', async () => {
  const other = await openOne(organizationId)
  // Due to be warned of, and nothing can be noted of it.
  await rowsOf(`update cases set due_at = now() + interval '1 minute', sla_at = now() - interval '1 hour' where id = $1`, [
    other.id,
  ])
  await rowsOf(`alter table case_events add constraint none_of_it check (case_id <> '${other.id}' or type = 'open') not valid`)
  try {
    await passHours(3.2)
    await keepClocks()
    expect(await typesOf()).toEqual(['open', 'warn'])
    expect((await eventsOf(other.id)).map(({ type }) => type)).toEqual(['open'])
  } finally {
    await rowsOf('alter table case_events drop constraint none_of_it')
  }
  await keepClocks()
  expect((await eventsOf(other.id)).map(({ type }) => type)).toEqual(['open', 'warn'])
})

test('the chain is checked when it is saved', async () => {
  const save = (escalation: unknown) => putSettings(organizationId, { name: 'Shop', cases: { escalation } })
  expect(await save([{ afterHours: 0, to: 'member:nobody@shop.example' }])).toMatchObject({ error: 'reference_missing' })
  expect(await save([{ afterHours: 0, to: 'member:gus@shop.example' }])).toMatchObject({ error: 'reference_missing' })
  expect(await save([{ afterHours: 0, to: 'team:no-team' }])).toMatchObject({ error: 'reference_missing' })
})
