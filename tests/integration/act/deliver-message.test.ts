import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { closeMail } from '@/delivery/email/send-email'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { scoreResponse } from '@/pipeline/score/score-response'
import { findDueDeliveries } from '@/store/delivery/find-due'
import { openFor, stepper } from '~tests/support/cases'
import { attemptsOf, deliveryOf, makeDelivery, makeDue } from '~tests/support/deliveries'
import { knock } from '~tests/support/door'
import { hear, openShop, rowsOf, submit } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'
import { until } from '~tests/support/until'

let organizationId: string
let sink: SmtpSink
beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
  organizationId = await openShop()
})
afterEach(async () => {
  await rowsOf('delete from refused_addresses where organization_id = $1', [organizationId])
  sink.refuseWith = undefined
  sink.refuseRecipientWith = undefined
  sink.holdUntil = undefined
})
afterAll(async () => {
  closeMail()
  await sink.stop()
})

const deliver = (id: string) => deliverMessage({ organizationId, id })
const mailsOf = (id: string) => sink.mails.filter(({ messageId }) => messageId === `<${id}@localhost>`)

test('a message is sent once, to its recipient, as text and as HTML, however often it is asked for', async () => {
  const { id, responseId } = await makeDelivery(organizationId, 'The box was <b>broken</b>')
  await Promise.all(Array.from({ length: 6 }, () => deliver(id)))
  await deliver(id)
  const mails = mailsOf(id)
  expect(mails).toHaveLength(1)
  expect(mails[0]?.recipients).toEqual(['olga@shop.example'])
  expect(mails[0]?.text).toContain('The box was <b>broken</b>')
  expect(mails[0]?.html).toContain('The box was &lt;b&gt;broken')
  expect(mails[0]?.text).toMatch(/http:\/\/localhost:3000\/a\/\S+/)
  expect(await deliveryOf(id)).toMatchObject({ status: 'sent', mode: 'smtp', attempts: 1, last_error: null })
  expect(await attemptsOf(id)).toEqual([{ number: 1, error: null }])
  const [times] = await rowsOf<{ delivered_at: Date; alerted_at: Date }>('select * from responses where id = $1', [responseId])
  expect(times?.delivered_at.getTime()).toBeGreaterThanOrEqual(times?.alerted_at.getTime() ?? Number.NaN)
})

test.each([
  ['the message', 'refuseWith'],
  ['the recipient', 'refuseRecipientWith'],
] as const)(
  'a server that refuses %s for now is tried again later, with the same words and the same Message-ID, until it takes it',
  async (_, way) => {
    const { id } = await makeDelivery(organizationId)
    sink[way] = 451
    const before = Date.now()
    await deliver(id)
    const waiting = await deliveryOf(id)
    expect(waiting).toMatchObject({ status: 'retrying', attempts: 1, sent_at: null, last_error: expect.stringContaining('451') })
    expect(waiting.next_attempt_at?.getTime()).toBeGreaterThanOrEqual(before + 10_000)
    await deliver(id)
    expect(await deliveryOf(id)).toMatchObject({ attempts: 1 })
    expect(await findDueDeliveries(1000)).not.toContainEqual(expect.objectContaining({ id }))
    await makeDue(id)
    await deliver(id)
    const again = await deliveryOf(id)
    expect(again.next_attempt_at?.getTime()).toBeGreaterThanOrEqual(before + 30_000)
    sink[way] = undefined
    await makeDue(id)
    expect(await findDueDeliveries(1000)).toContainEqual({ organizationId, id, attempt: 2 })
    await deliver(id)
    expect(mailsOf(id)).toHaveLength(1)
    expect(await deliveryOf(id)).toMatchObject({
      status: 'sent',
      attempts: 3,
      text: waiting.text,
      html: waiting.html,
      last_error: null,
    })
    expect((await attemptsOf(id)).map(({ error }) => error === null)).toEqual([false, false, true])
  },
)

test.each([
  ['the recipient', 'refuseRecipientWith', 550],
  ['the message', 'refuseWith', 554],
] as const)(
  'a server that refuses %s for good makes the delivery dead, and a person can have it sent again',
  async (_, way, code) => {
    const { id } = await makeDelivery(organizationId)
    sink[way] = code
    await deliver(id)
    expect(await deliveryOf(id)).toMatchObject({
      status: 'dead',
      next_attempt_at: null,
      last_error: expect.stringContaining(`${code}`),
    })
    expect(await findDueDeliveries(1000)).not.toContainEqual(expect.objectContaining({ id }))
    await deliver(id)
    expect(await deliveryOf(id)).toMatchObject({ status: 'dead', attempts: 1 })
    sink[way] = undefined
    expect(await replayDelivery(organizationId, id)).toEqual({ id })
    await deliver(id)
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent', attempts: 2 })
    expect(mailsOf(id)).toHaveLength(1)
    expect(await replayDelivery(organizationId, id)).toMatchObject({ error: 'not_replayable' })
    await deliver(id)
    expect(mailsOf(id)).toHaveLength(1)
  },
)

test('a delivery that fails every time is dead after its last attempt, three days on', async () => {
  const { id } = await makeDelivery(organizationId)
  sink.refuseWith = 421
  const waits: number[] = []
  for (let attempt = 1; (await deliveryOf(id)).status !== 'dead'; attempt++) {
    const before = Date.now()
    await makeDue(id)
    await deliver(id)
    const { next_attempt_at } = await deliveryOf(id)
    if (next_attempt_at) waits.push(next_attempt_at.getTime() - before)
    expect(attempt).toBeLessThan(20)
  }
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(2.5 * 86_400_000)
  expect((await attemptsOf(id)).at(-1)).toMatchObject({ error: expect.stringContaining('421') })
})

test('a message of the past never leaves, though a mail server is there', async () => {
  const id = await submit('delivery', { nps: 3 })
  await scoreResponse({ organizationId, id })
  await evaluateRules({ organizationId, id }, { isPast: true })
  const [row] = await rowsOf<{ id: string; mode: string }>('select id, mode from deliveries where response_id = $1', [id])
  expect(row?.mode).toBe('past')
  const before = sink.mails.length
  await deliver(row?.id ?? '')
  expect(await deliveryOf(row?.id ?? '')).toMatchObject({ status: 'sent', mode: 'past', subject: expect.any(String) })
  expect(sink.mails).toHaveLength(before)
})

test('what a worker left behind when it died while sending is taken over once its lease has run out', async () => {
  const { id } = await makeDelivery(organizationId)
  await rowsOf(
    `update deliveries set status = 'sending', attempts = 1, lease_until = now() + interval '1 minute' where id = $1`,
    [id],
  )
  await deliver(id)
  expect(await deliveryOf(id)).toMatchObject({ status: 'sending', attempts: 1 })
  expect(mailsOf(id)).toHaveLength(0)
  await rowsOf(`update deliveries set lease_until = now() - interval '1 second' where id = $1`, [id])
  expect(await findDueDeliveries(1000)).toContainEqual({ organizationId, id, attempt: 1 })
  await Promise.all([deliver(id), deliver(id)])
  expect(await deliveryOf(id)).toMatchObject({ status: 'sent', attempts: 2 })
  expect(mailsOf(id)).toHaveLength(1)
})

test('a slow worker whose lease was taken over doesn’t write over what the other one noted', async () => {
  const { id } = await makeDelivery(organizationId)
  let letGo = () => {}
  sink.holdUntil = new Promise((resolve) => {
    letGo = resolve
  })
  const slow = deliver(id)
  await until(async () => (await deliveryOf(id)).text !== null, 'the first attempt')
  await rowsOf(
    `update deliveries set status = 'dead', attempts = 2, lease_until = null, last_error = 'by the other' where id = $1`,
    [id],
  )
  letGo()
  await slow
  expect(await deliveryOf(id)).toMatchObject({ status: 'dead', attempts: 2, last_error: 'by the other' })
})

test('the mails of one case are one thread, and those of another case are another', async () => {
  const bad = (nps: number) => hear(organizationId, 'delivery', { nps })
  const both = [await bad(0), await bad(5)]
  const threads = []
  for (const responseId of both) {
    const rows = await rowsOf<{ id: string; case_id: string }>('select id, case_id from deliveries where response_id = $1', [
      responseId,
    ])
    for (const { id } of rows) await deliver(id)
    const mails = rows.flatMap(({ id }) => mailsOf(id))
    expect(mails).toHaveLength(rows.length)
    for (const mail of mails)
      expect([mail.inReplyTo, mail.references]).toEqual(Array(2).fill(`<case.${rows[0]?.case_id}@localhost>`))
    threads.push(mails[0]?.references)
  }
  expect(new Set(threads).size).toBe(2)
})

test('a letter to a customer can be stopped with one click by their mail program; a mail to a colleague can’t', async () => {
  const { id: caseId, number } = await openFor(organizationId, 'letter')
  await rowsOf(`update customers set email = 'letter@home.example' where external_id = 'letter'`)
  const step = { type: 'mail', subject: 'Sorry', text: 'We call you today.' } as const
  const sent = await stepper(organizationId)(number, step)
  if ('error' in sent) throw new Error(JSON.stringify(sent))
  const [letter] = await rowsOf<{ id: string }>(`select id from deliveries where case_id = $1 and kind = 'customer'`, [caseId])
  await deliver(letter?.id ?? '')
  const [mail] = mailsOf(letter?.id ?? '')
  const headers = new Map(mail?.headers.map(({ key, value }) => [key, value]))
  expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
  const [, address = ''] = /^<(.+)>$/.exec(headers.get('list-unsubscribe') ?? '') ?? []
  expect(mail?.text).toContain(address)
  const answer = await knock('POST', new URL(address).pathname, { body: 'List-Unsubscribe=One-Click' })
  expect(answer.status).toBe(200)
  const [customer] = await rowsOf<{ at: Date | null }>(`select unsubscribed_at as at from customers where external_id = 'letter'`)
  expect(customer?.at).toBeInstanceOf(Date)
  const { id } = await makeDelivery(organizationId)
  await deliver(id)
  expect(mailsOf(id)[0]?.headers.map(({ key }) => key)).not.toContain('list-unsubscribe')
})

test('of an alert whose recipient the mail server refuses for good the administrators are told, once, and nobody twice', async () => {
  const { id, responseId } = await makeDelivery(organizationId)
  sink.refuseRecipientWith = 550
  await deliver(id)
  const told = () =>
    rowsOf<{ id: string; recipient: string; status: string }>(
      'select id, recipient, status from deliveries where response_id = $1 and id <> $2',
      [responseId, id],
    )
  const [fallback, ...more] = await told()
  expect(more).toEqual([])
  expect(fallback).toMatchObject({ recipient: 'ada@shop.example', status: 'pending' })
  // Who is refused too tells nobody else.
  await deliver(fallback?.id ?? '')
  expect(await told()).toMatchObject([{ recipient: 'ada@shop.example', status: 'dead' }])
  sink.refuseRecipientWith = undefined
  expect(await replayDelivery(organizationId, fallback?.id ?? '')).not.toHaveProperty('error')
  await deliver(fallback?.id ?? '')
  expect(mailsOf(fallback?.id ?? '')[0]?.recipients).toEqual(['ada@shop.example'])
})
