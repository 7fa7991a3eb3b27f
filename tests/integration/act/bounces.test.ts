import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { DELETE } from '@/app/api/v1/bounces/[address]/route'
import { POST as CLEAR } from '@/app/api/v1/bounces/clear/route'
import { POST } from '@/app/api/v1/bounces/route'
import { closeMail } from '@/delivery/email/send-email'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { findDeliveries } from '@/pipeline/act/find-deliveries'
import { findRefused } from '@/pipeline/act/find-refused'
import { keepVerifications } from '@/pipeline/act/keep-verifications'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { getCustomerRecord } from '@/pipeline/analyze/get-customer'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { findPeople } from '@/pipeline/design/find-people'
import { putSettings } from '@/pipeline/design/put-settings'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { createOrganization } from '@/store/organization/create-organization'
import { bounceMail } from '~tests/support/bounce-mail'
import { caseMails, eventsOf, openFor, stepper } from '~tests/support/cases'
import { deliveryOf, makeDelivery, makeDue } from '~tests/support/deliveries'
import { countOf, hear, openShop, rowsOf, shop } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'

const olga = 'olga@shop.example'
let organizationId: string
let sink: SmtpSink
let key: string
const keyOf = async (organization: string, role: string) => {
  const made = await createApiKey(organization, role, role)
  if ('error' in made) throw new Error(made.detail)
  return made.key
}
beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
  organizationId = await openShop()
  key = await keyOf(organizationId, 'manager')
})
beforeEach(async () => {
  await rowsOf('delete from refused_addresses where organization_id = $1', [organizationId])
  await rowsOf('update members set away_from = null, away_until = null, deputy_member_id = null where organization_id = $1', [
    organizationId,
  ])
})
afterEach(() => {
  sink.refuseWith = undefined
  sink.refuseRecipientWith = undefined
})
afterAll(async () => {
  closeMail()
  await sink.stop()
})

const post = async (body: string, type = 'message/rfc822', token = key) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  const answer = await POST(new Request('http://earshot.example/api/v1/bounces', { method: 'POST', headers, body }), {
    params: Promise.resolve({}),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
const tell = (body: unknown, token?: string) => post(JSON.stringify(body), 'application/json', token)
const clear = (address: string, token = key) =>
  DELETE(
    new Request('http://earshot.example/api/v1/bounces/x', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }),
    { params: Promise.resolve({ address }) },
  )
const marks = () =>
  rowsOf<{ address: string; status: string | null; reason: string }>(
    'select address, status, reason from refused_addresses where organization_id = $1 order by address',
    [organizationId],
  )
const send = (id: string) => deliverMessage({ organizationId, id })
const sendOne = async () => {
  const made = await makeDelivery(organizationId)
  await send(made.id)
  return { ...made, messageId: `${made.id}@localhost` }
}
const others = (responseId: string, id: string) =>
  rowsOf<{ id: string; recipient: string; status: string; why: unknown }>(
    'select id, recipient, status, why from deliveries where response_id = $1 and id <> $2 order by recipient',
    [responseId, id],
  )
const whomOf = async (responseId: string) =>
  rowsOf<{ recipient: string; why: unknown }>('select recipient, why from deliveries where response_id = $1 order by recipient', [
    responseId,
  ])

describe('a mail server that refuses at once', () => {
  test('a refused recipient is marked with the server’s words, on their row too', async () => {
    sink.refuseRecipientWith = 550
    const { id } = await makeDelivery(organizationId)
    await send(id)
    expect(await marks()).toEqual([{ address: olga, status: null, reason: expect.stringContaining('550') }])
    const { members } = await findPeople(organizationId)
    expect(members.find(({ email }) => email === olga)?.refused).toMatchObject({ reason: expect.stringContaining('550') })
  })

  test('a refused digest is told, with all that it held, to who is there instead', async () => {
    const own = (alertsPerDay: number | null) =>
      applyProgramme(organizationId, {
        members: { [olga]: { name: 'Olga Owner', role: 'owner', alertsPerDay } },
        alertRules: { detractor: { ...shop.alertRules.detractor, severity: alertsPerDay === null ? 'high' : 'medium' } },
      })
    await own(1)
    for (let time = 0; time < 3; time++) await hear(organizationId, 'delivery', { nps: 4, reason: `Late ${time}` })
    await own(null)
    const digests = () =>
      rowsOf<{ id: string; recipient: string; alerts: number }>(
        `select d.id, d.recipient, (select count(*)::int from digest_alerts i where i.delivery_id = d.id) as alerts
           from deliveries d where d.organization_id = $1 and d.kind = 'digest' order by d.created_at`,
        [organizationId],
      )
    const [first] = await digests()
    sink.refuseRecipientWith = 550
    await makeDue(first?.id ?? '')
    await send(first?.id ?? '')
    sink.refuseRecipientWith = undefined
    const [, second, ...more] = await digests()
    expect(more).toEqual([])
    expect(second).toMatchObject({ recipient: 'ada@shop.example', alerts: first?.alerts })
    await send(second?.id ?? '')
    const { text } = await deliveryOf(second?.id ?? '')
    expect(text).toContain('because the mail to Olga Owner was refused')
    expect(text).toContain('Late 2')
  })

  test('a refusal for now, and one of the message, mark nobody', async () => {
    for (const way of ['refuseRecipientWith', 'refuseWith'] as const) {
      sink[way] = way === 'refuseWith' ? 554 : 451
      await send((await makeDelivery(organizationId)).id)
      sink[way] = undefined
    }
    expect(await marks()).toEqual([])
  })
})

describe('a mail that comes back later', () => {
  test('is written down once, however often it is told: the address is marked and the alert goes to the administrators', async () => {
    const { id, responseId, messageId } = await sendOne()
    const mail = bounceMail({ recipient: olga, messageId })
    const answers = await Promise.all([post(mail), post(mail), post(mail)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const outcomes = answers.flatMap(({ body }) => (body.bounces as { outcome: string }[]).map(({ outcome }) => outcome))
    expect(outcomes.sort()).toEqual(['known', 'known', 'marked'])
    expect(await marks()).toMatchObject([{ address: olga, status: '5.1.1' }])
    expect(await countOf('bounces where delivery_id = $1', [id])).toBe(1)
    expect(await others(responseId, id)).toMatchObject([
      { recipient: 'ada@shop.example', status: 'pending', why: { kind: 'refused', name: 'Olga Owner' } },
    ])
    const [told] = await others(responseId, id)
    await send(told?.id ?? '')
    const text = sink.mails.find((one) => one.messageId === `<${told?.id}@localhost>`)?.text
    expect(text).toContain('because the mail to Olga Owner was refused')
    const { items } = await findDeliveries({ organizationId, limit: 50 })
    expect(items.find((one) => one.id === id)?.bounce).toMatchObject({ status: '5.1.1', marks: true })
  })

  test('a delay is only noted, and so is a refusal of what was in the message; but nobody who was to be told is forgotten', async () => {
    const soft = await sendOne()
    const delayed = { recipient: olga, messageId: soft.messageId, action: 'delayed', status: '4.4.1' }
    expect((await post(bounceMail(delayed))).body).toEqual({ bounces: [{ address: olga, outcome: 'noted' }] })
    expect(await others(soft.responseId, soft.id)).toEqual([])
    const full = await sendOne()
    const failed = { recipient: olga, messageId: full.messageId, status: '4.2.2' }
    expect((await post(bounceMail(failed))).body).toEqual({ bounces: [{ address: olga, outcome: 'noted' }] })
    const policy = await sendOne()
    const refused = { recipient: olga, messageId: policy.messageId, status: '5.7.1' }
    expect((await post(bounceMail(refused))).body).toEqual({ bounces: [{ address: olga, outcome: 'noted' }] })
    expect(await marks()).toEqual([])
    for (const { id, responseId } of [full, policy])
      expect(await others(responseId, id)).toMatchObject([{ recipient: 'ada@shop.example' }])
  })

  test('it concerns whom the message went to, wherever a forwarding led it', async () => {
    const { messageId } = await sendOne()
    const mail = bounceMail({ recipient: 'olga@home.example', messageId })
    expect((await post(mail)).body).toEqual({ bounces: [{ address: olga, outcome: 'marked' }] })
  })

  test('a provider’s JSON does the same; without a message the same is known for a day', async () => {
    const { messageId } = await sendOne()
    const bounce = { address: olga, messageId: `<${messageId}>`, status: '550', reason: 'no such user' }
    expect(await tell(bounce)).toMatchObject({ status: 200, body: { bounces: [{ address: olga, outcome: 'marked' }] } })
    expect(await tell([bounce])).toMatchObject({ body: { bounces: [{ outcome: 'known' }] } })
    await clear(olga)
    expect(await tell(bounce)).toMatchObject({ body: { bounces: [{ outcome: 'known' }] } })
    expect(await marks()).toEqual([])
    const tim = { address: 'tim@shop.example', status: '5.1.1' }
    expect(await tell(tim)).toMatchObject({ body: { bounces: [{ outcome: 'marked' }] } })
    expect(await tell(tim)).toMatchObject({ body: { bounces: [{ outcome: 'known' }] } })
  })

  test('of an address that nobody here has nothing is kept, and a mail that is no report says nothing', async () => {
    const before = await countOf('bounces')
    expect((await post(bounceMail({ recipient: 'who@ever.example' }))).body).toEqual({
      bounces: [{ address: 'who@ever.example', outcome: 'unknown' }],
    })
    expect((await post('From: a@b.example\r\nSubject: Away\r\n\r\nI am away.')).body).toEqual({ bounces: [] })
    expect(await countOf('bounces')).toBe(before)
  })

  test('what can’t be read is refused with the reason, and so is who may not', async () => {
    expect(await tell({ address: 'no address', status: '5.1.1' })).toMatchObject({ status: 422 })
    expect(await tell({ address: olga, status: '250' })).toMatchObject({ status: 422 })
    expect(await tell([])).toMatchObject({ status: 422 })
    expect((await post('x', 'text/plain')).status).toBe(415)
    expect((await post('{', 'application/json')).status).toBe(400)
    expect((await tell({ address: olga, status: '5.1.1' }, await keyOf(organizationId, 'analyst'))).status).toBe(403)
    expect((await tell({ address: olga, status: '5.1.1' }, 'none')).status).toBe(401)
    expect(await marks()).toEqual([])
  })

  test('another organization’s key marks nobody here, though it names the message', async () => {
    const stranger = await keyOf(await createOrganization('stranger', 'Stranger'), 'admin')
    const { id, messageId } = await sendOne()
    const bounce = { address: olga, messageId, status: '5.1.1' }
    expect(await tell(bounce, stranger)).toMatchObject({ body: { bounces: [{ address: olga, outcome: 'unknown' }] } })
    expect(await marks()).toEqual([])
    expect(await countOf('bounces where delivery_id = $1', [id])).toBe(0)
    await tell({ address: olga, status: '5.1.1' })
    expect((await clear(olga, stranger)).status).toBe(404)
    expect(await marks()).toHaveLength(1)
  })
})

describe('while a member’s address takes no mail', () => {
  const refuse = () => tell({ address: olga, status: '5.1.1', messageId: `${Math.random()}@elsewhere` })
  const bad = () => hear(organizationId, 'delivery', { nps: 4 })

  test('their alerts go to their deputy, or to the fallback, and the mail says why; cleared, they get them again', async () => {
    await refuse()
    expect(await whomOf(await bad())).toEqual([{ recipient: 'ada@shop.example', why: { kind: 'fallback' } }])
    await rowsOf(
      `update members set deputy_member_id = (select m.id from members m join users u on u.id = m.user_id where m.organization_id = $1 and u.email = 'tim@shop.example')
        where organization_id = $1 and name = 'Olga Owner'`,
      [organizationId],
    )
    expect(await whomOf(await bad())).toEqual([{ recipient: 'tim@shop.example', why: { kind: 'deputy', name: 'Olga Owner' } }])
    expect((await clear('Olga@Shop.example')).status).toBe(204)
    expect((await clear(olga)).status).toBe(404)
    expect(await whomOf(await bad())).toEqual([{ recipient: olga, why: null }])
  })

  test('where nobody else is left, the last administrator is written to all the same', async () => {
    for (const address of ['ada@shop.example', olga])
      await tell({ address, status: '5.1.1', messageId: `${Math.random()}@elsewhere` })
    expect(await whomOf(await bad())).toEqual([{ recipient: 'ada@shop.example', why: { kind: 'fallback' } }])
  })
})

describe('while a customer’s address takes no mail', () => {
  let customers = 0
  const openKnown = async () => {
    customers += 1
    const email = `mei-${customers}@home.example`
    const opened = await openFor(organizationId, `bounce-${customers}`)
    await rowsOf('update customers set email = $2 where external_id = $1', [`bounce-${customers}`, email])
    return { ...opened, email, externalId: `bounce-${customers}` }
  }
  const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(organizationId)(...step)
  const write = (number: number) => take(number, { type: 'mail', subject: 'Sorry', text: 'We call you.' })

  test('a letter isn’t sent but recorded as suppressed with the reason; a person clears the mark and has it sent', async () => {
    const { id, number, email, externalId } = await openKnown()
    await tell({ address: email, status: '5.1.1', reason: 'no such user' })
    expect((await getCustomerRecord(organizationId, externalId))?.mailRefused).toMatchObject({ reason: 'no such user' })
    await write(number)
    const [letter] = await caseMails(id, 'customer')
    const before = sink.mails.length
    await send(letter?.id ?? '')
    expect(await deliveryOf(letter?.id ?? '')).toMatchObject({
      ...{ status: 'suppressed', last_error: 'no such user', sent_at: null },
      text: expect.stringContaining('We call you.'),
    })
    expect(sink.mails).toHaveLength(before)
    const { items } = await findDeliveries({ organizationId, limit: 50, group: 'suppressed' })
    expect(items.map((one) => one.id)).toContain(letter?.id)
    await clear(email)
    await replayDelivery(organizationId, letter?.id ?? '')
    await send(letter?.id ?? '')
    expect(await deliveryOf(letter?.id ?? '')).toMatchObject({ status: 'sent' })
  })

  test('a changed address is a fresh start', async () => {
    const { id, number, email, externalId } = await openKnown()
    await tell({ address: email, status: '5.1.1' })
    await rowsOf('update customers set email = $2 where external_id = $1', [externalId, `new-${email}`])
    expect((await getCustomerRecord(organizationId, externalId))?.mailRefused).toBeNull()
    await write(number)
    const [letter] = await caseMails(id, 'customer')
    await send(letter?.id ?? '')
    expect(await deliveryOf(letter?.id ?? '')).toMatchObject({ status: 'sent' })
  })

  test('nobody is asked whether it is mended, and the case says why; who is marked after that isn’t written to either', async () => {
    await putSettings(organizationId, { name: 'Shop', cases: { verification: { silenceDays: 7, afterHours: 0 } } })
    const ask = async (when: 'before' | 'after') => {
      const { id, number, email } = await openKnown()
      await take(number, { type: 'start' })
      await take(number, { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' })
      if (when === 'before') await tell({ address: email, status: '5.1.1' })
      await rowsOf(`update cases set verify_at = now() - interval '1 second' where id = $1`, [id])
      await keepVerifications()
      if (when === 'after') await tell({ address: email, status: '5.1.1' })
      return id
    }
    const unasked = await ask('before')
    expect((await eventsOf(unasked)).at(-1)).toMatchObject({ type: 'not_asked', data: { unasked: 'refused' } })
    expect(await caseMails(unasked, 'verify')).toEqual([])
    const [question] = await caseMails(await ask('after'), 'verify')
    await send(question?.id ?? '')
    expect(await deliveryOf(question?.id ?? '')).toMatchObject({ status: 'suppressed' })
  })
})

describe('marks are cleared many at once', () => {
  const clearMany = async (body: unknown, token = key) => {
    const answer = await CLEAR(
      new Request('http://earshot.example/api/v1/bounces/clear', {
        ...{ method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } },
        body: JSON.stringify(body),
      }),
      { params: Promise.resolve({}) },
    )
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
  }
  const mark = (address: string, since = new Date()) =>
    rowsOf('insert into refused_addresses (organization_id, address, since, reason) values ($1, $2, $3, $4)', [
      ...[organizationId, address, since],
      'no',
    ])
  const addresses = async () => (await marks()).map(({ address }) => address)

  test('those that are named, those of a time, or all of them, which must be said; what they hold back is counted', async () => {
    const { id } = await sendOne()
    await rowsOf(`update deliveries set status = 'suppressed' where id = $1`, [id])
    await mark(olga)
    await mark('old@home.example', new Date('2026-01-01T00:00:00Z'))
    await mark('new@home.example')
    const held = await rowsOf(
      `select 1 from deliveries where organization_id = $1 and status = 'suppressed' and recipient = $2`,
      [...[organizationId, olga]],
    )
    expect(await clearMany({ addresses: [olga, 'stranger@home.example'] })).toEqual({
      ...{ status: 200, body: { cleared: 1, waiting: held.length } },
    })
    expect(await clearMany({ since: '2025-12-31T00:00:00Z', until: '2026-01-02T00:00:00Z' })).toMatchObject({
      body: { cleared: 1 },
    })
    expect(await addresses()).toEqual(['new@home.example'])
    for (const body of [{}, { all: false }, { addresses: [] }, { all: true, addresses: [olga] }])
      expect(await clearMany(body)).toMatchObject({ status: 422 })
    expect((await clearMany({ all: true }, await keyOf(organizationId, 'analyst'))).status).toBe(403)
    expect(await addresses()).toEqual(['new@home.example'])
    expect(await clearMany({ all: true })).toMatchObject({ body: { cleared: 1 } })
    expect(await addresses()).toEqual([])
  })

  test('the list pages through them, the newest first, with whose each is', async () => {
    await mark(olga)
    await mark('old@home.example', new Date('2026-01-01T00:00:00Z'))
    const first = await findRefused(organizationId, { limit: 1 })
    expect(first.items).toMatchObject([{ address: olga, member: { name: 'Olga Owner' }, customer: null }])
    const second = await findRefused(organizationId, { limit: 1, cursor: first.nextCursor })
    expect(second).toMatchObject({ items: [{ address: 'old@home.example', member: null }], nextCursor: null })
  })
})
