import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { deliverToTarget } from '@/pipeline/act/deliver-to-target'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { getTarget } from '@/pipeline/design/find-targets'
import { rotateSecret } from '@/pipeline/design/rotate-secret'
import { saveTarget, switchTarget } from '@/pipeline/design/save-target'
import { testTarget } from '@/pipeline/design/test-target'
import { hear, judge, openShop, rowsOf } from '~tests/support/shop'
import { answers, hangs, startTargetServer, type TargetServer } from '~tests/support/target-server'
import { apply, makeAllDue, sentTo, workOff } from '~tests/support/targets-of'

let organizationId: string
let server: TargetServer
const secret = `whsec_${Buffer.from('a key of thirty-two bytes, yes !').toString('base64')}`
const to = 'webhook:erp'
beforeAll(async () => {
  process.env.EARSHOT_ALLOWED_TARGETS = '127.0.0.1'
  server = await startTargetServer()
  organizationId = await openShop()
})
beforeEach(async () => {
  await rowsOf(`delete from delivery_attempts`)
  await rowsOf(`delete from deliveries`)
  server.got = []
  server.say = answers(200, 'thanks')
  await apply(organizationId, { webhooks: { erp: { url: `${server.url}/hook`, events: [], secret, enabled: true } } })
})
afterAll(() => server.stop())

const subscribe = (events: string[]) => apply(organizationId, { webhooks: { erp: { url: `${server.url}/hook`, events } } })
const bodies = () =>
  server.got.map(({ body }) => JSON.parse(body) as { type: string; timestamp: string; data: Record<string, unknown> })
const signatureWith = (key: string, { headers, body }: TargetServer['got'][number]) =>
  `v1,${createHmac('sha256', Buffer.from(key.slice(6), 'base64'))
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
    .digest('base64')}`
const caseNumber = async (responseId: string) => {
  const [row] = await rowsOf<{ number: number }>(
    'select k.number from case_responses cr join cases k on k.id = cr.case_id where cr.response_id = $1',
    [responseId],
  )
  return row?.number ?? 0
}

test('an alert, its case and each of its steps are told in order, once, signed, with what the machine door says of them', async () => {
  await subscribe(['alert.raised', 'response.completed', 'case.opened', 'case.acknowledged', 'case.noted'])
  const id = await hear(organizationId, 'delivery', { nps: 4, reason: 'The box was broken' })
  await judge(organizationId, id)
  const number = await caseNumber(id)
  const step = (type: 'acknowledge' | 'start') =>
    recordCaseEvent({ organizationId, number, by: 'olga@shop.example', step: { type } })
  await step('acknowledge')
  await step('start')
  await workOff()
  await workOff()
  expect(bodies().map(({ type }) => type)).toEqual(['response.completed', 'alert.raised', 'case.opened', 'case.acknowledged'])
  const [completed, alert, opened, acknowledged] = bodies()
  expect(completed?.data).toMatchObject({ response: { id, survey: 'delivery', scores: { nps: { value: 4 } } } })
  expect(alert?.data).toMatchObject({
    alert: { severity: 'high', rule: { key: 'detractor' } },
    case: { number, url: `http://localhost:3000/cases/${number}` },
    response: { id, answers: { reason: 'The box was broken' } },
  })
  expect(opened?.data).toMatchObject({
    event: { type: 'open', by: 'system' },
    case: { number, owner: { email: 'olga@shop.example' } },
  })
  expect(acknowledged?.data).toMatchObject({ event: { type: 'acknowledge', by: 'olga@shop.example' } })
  for (const got of server.got) {
    expect(got.headers['webhook-signature']).toBe(signatureWith(secret, got))
    expect(Math.abs(Number(got.headers['webhook-timestamp']) * 1000 - Date.now())).toBeLessThan(60_000)
  }
  expect(new Set(server.got.map(({ headers }) => headers['webhook-id'])).size).toBe(4)
  expect((await sentTo(organizationId, to)).map(({ status, mode, attempts }) => [status, mode, attempts])).toEqual(
    Array.from({ length: 4 }, () => ['sent', 'http', 1]),
  )
})

test('a rule tells the webhook that it names, whatever that asked for; one that asks for it too is told once', async () => {
  const rule = { name: 'Named', touchpoints: ['help'], when: { field: 'score.csat', op: 'lte', value: 2 }, notify: [{ to }] }
  await apply(organizationId, { alertRules: { named: rule } })
  await hear(organizationId, 'help', { csat: 1 })
  await subscribe(['alert.raised'])
  await hear(organizationId, 'help', { csat: 2 })
  await workOff()
  const alerts = bodies().map(({ data }) => (data.alert as { rule: { key: string } }).rule.key)
  expect(alerts.filter((key) => key === 'named')).toHaveLength(2)
  const mails = await rowsOf(`select 1 from deliveries d join alerts a on a.id = d.alert_id join alert_rules r on r.id = a.rule_id
    where r.key = 'named' and d.channel = 'email'`)
  expect(mails).toEqual([])
  await apply(organizationId, { alertRules: { named: { ...rule, enabled: false } } })
})

test('while secrets are changed over both sign; after it the new one alone does, and it was told once', async () => {
  const rotated = await rotateSecret(organizationId, 'erp', { overlapHours: 2 }, 'ada@shop.example')
  if ('error' in rotated) throw new Error(rotated.error)
  await testTarget(organizationId, 'webhook', 'erp')
  await rowsOf(`update deliveries set next_attempt_at = now() - interval '1 minute'`)
  await workOff()
  const [first] = server.got
  expect(first?.headers['webhook-signature']).toBe(
    first && `${signatureWith(rotated.secret, first)} ${signatureWith(secret, first)}`,
  )
  await rowsOf(`update targets set former_until = now() - interval '1 second'`)
  await testTarget(organizationId, 'webhook', 'erp')
  await rowsOf(`update deliveries set next_attempt_at = now() - interval '1 minute' where status = 'pending'`)
  await workOff()
  const second = server.got[1]
  expect(second?.headers['webhook-signature']).toBe(second && signatureWith(rotated.secret, second))
  expect(JSON.stringify(await getTarget(organizationId, 'webhook', 'erp'))).not.toContain(rotated.secret)
  const history = await rowsOf<{ row: string }>(
    `select to_jsonb(c)::text as row from programme_changes c where kind = 'webhooks'`,
  )
  expect(history.filter(({ row }) => row.includes('whsec_'))).toEqual([])
})

test('a new webhook is given a secret, which is told when it is made and never again', async () => {
  const input = { url: `${server.url}/other`, events: ['case.closed'] }
  const made = await saveTarget({ organizationId, by: 'ada', channel: 'webhook', key: 'other', input })
  expect(made).toMatchObject({ isNew: true, secret: expect.stringMatching(/^whsec_.{44}$/) })
  const again = await saveTarget({ organizationId, by: 'ada', channel: 'webhook', key: 'other', input })
  expect(again).toMatchObject({ isNew: false })
  expect(again).not.toHaveProperty('secret')
})

test('what can’t be taken is tried ten times over three days, everything behind it waits, and then the webhook is switched off', async () => {
  await subscribe(['alert.raised'])
  server.say = answers(500, 'not today')
  await hear(organizationId, 'delivery', { nps: 4 })
  await hear(organizationId, 'delivery', { nps: 5 })
  const waits: number[] = []
  for (let attempt = 1; attempt <= 10; attempt++) {
    await makeAllDue(to)
    const before = Date.now()
    await workOff()
    const [first, second] = await sentTo(organizationId, to)
    expect(first).toMatchObject({
      attempts: attempt,
      status: attempt === 10 ? 'dead' : 'retrying',
      last_error: 'It answered 500.',
    })
    if (attempt < 10) expect(second).toMatchObject({ attempts: 0, status: 'pending' })
    if (first?.next_attempt_at) waits.push(first.next_attempt_at.getTime() - before)
  }
  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000
  expect(days).toBeGreaterThan(2.5)
  expect(days).toBeLessThan(3.2)
  expect(server.got).toHaveLength(10)
  expect(new Set(server.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(server.got.map(({ body }) => body)).size).toBe(1)
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ disabledReason: 'failing', waiting: 0 })
  expect((await sentTo(organizationId, to))[1]).toMatchObject({ status: 'dead', last_error: 'The target was switched off.' })
  const attempts = await rowsOf<{ answer_status: number; answer: string; request: string }>('select * from delivery_attempts')
  expect(attempts).toHaveLength(10)
  expect(attempts[0]).toMatchObject({ answer_status: 500, answer: 'not today' })
  expect(attempts[0]?.request).toContain('webhook-signature: v1,…')
  // Switched on again, what is dead can be sent by hand; nothing goes by itself.
  server.say = answers(200)
  await switchTarget({ organizationId, by: 'ada', channel: 'webhook', key: 'erp' }, true)
  const [first] = await sentTo(organizationId, to)
  expect(await replayDelivery(organizationId, first?.id ?? '')).toMatchObject({ id: first?.id })
  await workOff()
  expect((await sentTo(organizationId, to)).map(({ status }) => status)).toEqual(['sent', 'dead'])
})

test('a webhook that is gone is switched off at once, with what waits for it; nothing new is written for it', async () => {
  await subscribe(['alert.raised'])
  await hear(organizationId, 'delivery', { nps: 4 })
  await hear(organizationId, 'delivery', { nps: 4 })
  server.say = answers(410)
  await workOff()
  expect((await sentTo(organizationId, to)).map(({ status, attempts }) => [status, attempts])).toEqual([
    ['dead', 1],
    ['dead', 0],
  ])
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ disabledReason: 'gone' })
  await hear(organizationId, 'delivery', { nps: 4 })
  expect(await sentTo(organizationId, to)).toHaveLength(2)
  await subscribe(['alert.raised'])
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ disabledReason: 'gone' })
  await apply(organizationId, { webhooks: { erp: { url: `${server.url}/moved`, events: [] } } })
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ disabledAt: null })
})

test('a message that is refused for itself lets the ones behind it pass; a redirect is followed nowhere', async () => {
  await subscribe(['alert.raised'])
  const elsewhere = await startTargetServer()
  await hear(organizationId, 'delivery', { nps: 4, reason: 'poison' })
  await hear(organizationId, 'delivery', { nps: 4, reason: 'fine' })
  server.say = (response, got) => answers(got.body.includes('poison') ? 422 : 200)(response, got)
  await workOff()
  expect((await sentTo(organizationId, to)).map(({ status, holds_line }) => [status, holds_line])).toEqual([
    ['retrying', false],
    ['sent', true],
  ])
  server.say = answers(302, '', { location: `${elsewhere.url}/elsewhere` })
  await hear(organizationId, 'delivery', { nps: 4 })
  await workOff()
  expect((await sentTo(organizationId, to))[2]).toMatchObject({ status: 'retrying', last_error: expect.stringContaining('302') })
  expect(elsewhere.got).toEqual([])
  await elsewhere.stop()
})

test('a target that hangs holds up neither another target nor a mail, and a worker that died over it is followed by another', async () => {
  const quick = await startTargetServer()
  await apply(organizationId, { webhooks: { quick: { url: quick.url, events: ['alert.raised'] } } })
  await subscribe(['alert.raised'])
  server.say = hangs
  const id = await hear(organizationId, 'delivery', { nps: 4 })
  const [slow] = await sentTo(organizationId, to)
  const hanging = deliverToTarget({ organizationId, id: slow?.id ?? '' })
  const began = Date.now()
  const [other] = await sentTo(organizationId, 'webhook:quick')
  await deliverToTarget({ organizationId, id: other?.id ?? '' })
  const [mail] = await rowsOf<{ id: string }>(`select id from deliveries where response_id = $1 and channel = 'email'`, [id])
  await deliverMessage({ organizationId, id: mail?.id ?? '' })
  expect(Date.now() - began).toBeLessThan(5_000)
  expect(quick.got).toHaveLength(1)
  // Its worker seems dead: the lease is over, and the next one sends the same message again, under the same id.
  await rowsOf(`update deliveries set lease_until = now() - interval '1 second' where id = $1`, [slow?.id])
  server.say = answers(200)
  await workOff()
  expect((await sentTo(organizationId, to))[0]).toMatchObject({ status: 'sent', attempts: 2 })
  await hanging
  expect((await sentTo(organizationId, to))[0]).toMatchObject({ status: 'sent', attempts: 2 })
  expect(new Set(server.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  await apply(organizationId, { webhooks: { quick: { url: quick.url, events: [] } } })
  await quick.stop()
})

test('however many workers are at it, a line is sent in its order and each message once', async () => {
  await subscribe(['alert.raised'])
  for (let score = 0; score < 6; score++)
    await hear(organizationId, 'delivery', { nps: 2 + (score % 4), reason: `number ${score}` })
  const rows = await sentTo(organizationId, to)
  await Promise.all([...rows, ...rows].reverse().map(({ id }) => deliverToTarget({ organizationId, id })))
  await workOff()
  const reasons = bodies().map(({ data }) => (data.response as { answers: { reason: string } }).answers.reason)
  expect(reasons).toEqual([0, 1, 2, 3, 4, 5].map((score) => `number ${score}`))
})

test('a test goes beside a line that is held, and to a webhook that is switched off; its failure is told at once', async () => {
  await subscribe(['alert.raised'])
  server.say = answers(503)
  await hear(organizationId, 'delivery', { nps: 4 })
  await workOff()
  // Switching off works also where the address couldn't be saved any more.
  await rowsOf(`update targets set url = replace(url, '127.0.0.1', 'localhost') where key = 'erp'`)
  await switchTarget({ organizationId, by: 'ada', channel: 'webhook', key: 'erp' }, false)
  expect(await getTarget(organizationId, 'webhook', 'erp')).toMatchObject({ disabledReason: 'hand' })
  const asked = await testTarget(organizationId, 'webhook', 'erp')
  if ('error' in asked) throw new Error(asked.error)
  await deliverToTarget({ organizationId, id: asked.id })
  const sent = (await sentTo(organizationId, to)).find(({ id }) => id === asked.id)
  expect(sent).toMatchObject({ status: 'dead', attempts: 1, last_error: 'It answered 503.' })
})
