import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeMail } from '@/delivery/email/send-email'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { getDelivery } from '@/pipeline/act/get-delivery'
import { keepClocks } from '@/pipeline/act/keep-clocks'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { inviteMember } from '@/pipeline/design/invite-member'
import { putSettings } from '@/pipeline/design/put-settings'
import { caseMails, openFor, openOne, stepper } from '~tests/support/cases'
import { deliveryOf, makeDelivery, makeDue } from '~tests/support/deliveries'
import { countOf, openShop, rowsOf } from '~tests/support/shop'
import { type SmtpSink, startSmtpSink } from '~tests/support/smtp-sink'

const olga = 'olga@shop.example'
const ada = 'ada@shop.example'
const tim = 'tim@shop.example'
let organizationId: string
let sink: SmtpSink
const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(organizationId)(...step)
const send = (id: string) => deliverMessage({ organizationId, id })
const refuse = (address: string, status: string | null = '5.1.1') =>
  rowsOf('insert into refused_addresses (organization_id, address, status, reason) values ($1, $2, $3, $4)', [
    ...[organizationId, address, status],
    'no such user',
  ])
const deputize = (name: string, deputy: string) =>
  rowsOf(
    `update members set deputy_member_id = (select m.id from members m join users u on u.id = m.user_id where m.organization_id = $1 and u.email = $3)
      where organization_id = $1 and name = $2`,
    [organizationId, name, deputy],
  )
const marks = async () =>
  (
    await rowsOf<{ address: string }>('select address from refused_addresses where organization_id = $1 order by 1', [
      organizationId,
    ])
  ).map(({ address }) => address)
const toldOf = (caseId: string) =>
  rowsOf<{ id: string; recipient: string; status: string; why: unknown; instead_of: string | null }>(
    `select id, recipient, status, why, instead_of from deliveries where case_id = $1 and kind = 'case' order by created_at, recipient`,
    [caseId],
  )
const warn = async (caseId: string) => {
  await rowsOf(
    `update cases set opened_at = opened_at - interval '3.2 hours', due_at = due_at - interval '3.2 hours', sla_at = now() - interval '1 second' where id = $1`,
    [caseId],
  )
  await keepClocks()
}

beforeAll(async () => {
  sink = await startSmtpSink()
  process.env.SMTP_URL = sink.url
  organizationId = await openShop()
})
beforeEach(async () => {
  await rowsOf('delete from refused_addresses where organization_id = $1', [organizationId])
  await rowsOf('update members set away_from = null, away_until = null, deputy_member_id = null where organization_id = $1', [
    organizationId,
  ])
})
afterEach(() => {
  Object.assign(sink, {
    refuseRecipientWith: undefined,
    refuseWith: undefined,
    refuseRecipient: undefined,
    refuseSenderWith: undefined,
  })
})
afterAll(async () => {
  closeMail()
  await sink.stop()
})

describe('a mail that somebody must act on', () => {
  test('a clock’s warning goes to the deputy of an owner whose address takes no mail, and says why', async () => {
    await deputize('Olga Owner', tim)
    const one = await openOne(organizationId)
    await refuse(olga)
    await warn(one.id)
    const [told, ...more] = await toldOf(one.id)
    expect(more).toEqual([])
    expect(told).toMatchObject({ recipient: tim, why: { kind: 'deputy', name: 'Olga Owner' } })
    await send(told?.id ?? '')
    expect((await deliveryOf(told?.id ?? '')).text).toContain('in place of Olga Owner')
  })

  test('without a deputy it goes to whom the settings name for what reaches nobody', async () => {
    await putSettings(organizationId, { name: 'Shop', alerts: { fallback: 'team:care' } })
    const one = await openOne(organizationId)
    await refuse(olga)
    await warn(one.id)
    expect(await toldOf(one.id)).toMatchObject([
      { recipient: 'tara@shop.example', why: { kind: 'fallback' } },
      { recipient: tim, why: { kind: 'fallback' } },
    ])
    await putSettings(organizationId, { name: 'Shop', alerts: { fallback: 'role:admin' } })
  })

  test('a chain’s step finds who stands in for somebody who is away', async () => {
    await putSettings(organizationId, { name: 'Shop', cases: { escalation: [{ afterHours: 0, to: `member:${olga}` }] } })
    await deputize('Olga Owner', tim)
    await rowsOf(
      `update members set away_from = now() - interval '1 day', away_until = now() + interval '1 day' where organization_id = $1 and name = 'Olga Owner'`,
      [organizationId],
    )
    const one = await openOne(organizationId)
    await warn(one.id)
    await warn(one.id)
    expect((await toldOf(one.id)).map(({ recipient }) => recipient)).toEqual([tim, tim])
    await putSettings(organizationId, { name: 'Shop', cases: { escalation: [] } })
  })

  test('marked while it waited, it is not sent but told to who is there; both messages say so, and nobody is told twice', async () => {
    const one = await openOne(organizationId)
    await warn(one.id)
    const [first] = await toldOf(one.id)
    await refuse(olga)
    const before = sink.mails.length
    await send(first?.id ?? '')
    expect(sink.mails).toHaveLength(before)
    const [lost, told, ...more] = await toldOf(one.id)
    expect(more).toEqual([])
    expect(lost).toMatchObject({ recipient: olga, status: 'suppressed' })
    expect(told).toMatchObject({ recipient: ada, why: { kind: 'refused', name: 'Olga Owner' }, instead_of: lost?.id })
    expect(await getDelivery(organizationId, lost?.id ?? '')).toMatchObject({
      toldInstead: [{ id: told?.id, name: 'Ada Admin' }],
    })
    expect(await getDelivery(organizationId, told?.id ?? '')).toMatchObject({ insteadOf: { id: lost?.id, name: 'Olga Owner' } })
    await replayDelivery(organizationId, lost?.id ?? '')
    await send(lost?.id ?? '')
    expect(await toldOf(one.id)).toHaveLength(2)
    await send(told?.id ?? '')
    expect((await deliveryOf(told?.id ?? '')).text).toContain('because the mail to Olga Owner could not be delivered')
  })

  test('refused by the server, it is told to who is there; so is one that no attempt of three days could deliver', async () => {
    const refused = await openOne(organizationId)
    await warn(refused.id)
    sink.refuseRecipient = (address) => (address === olga ? '550 5.1.1 No such user' : undefined)
    const [first] = await toldOf(refused.id)
    await send(first?.id ?? '')
    expect(await toldOf(refused.id)).toMatchObject([{ status: 'dead' }, { recipient: ada, instead_of: first?.id }])
    expect(await marks()).toEqual([olga])
    await rowsOf('delete from refused_addresses where organization_id = $1', [organizationId])
    const late = await openOne(organizationId)
    await warn(late.id)
    sink.refuseRecipient = () => '450 4.2.0 Greylisted'
    const [again] = await toldOf(late.id)
    await rowsOf('update deliveries set attempts = 11 where id = $1', [again?.id])
    await send(again?.id ?? '')
    expect(await toldOf(late.id)).toMatchObject([{ status: 'dead' }, { recipient: ada, instead_of: again?.id }])
  })

  test('what the server refused goes out again by hand, also to an address that is marked for it', async () => {
    sink.refuseRecipient = () => '550 5.1.1 No such user'
    const { id } = await makeDelivery(organizationId)
    await send(id)
    sink.refuseRecipient = undefined
    expect(await marks()).toEqual([olga])
    await replayDelivery(organizationId, id)
    await send(id)
    expect(await deliveryOf(id)).toMatchObject({ status: 'sent' })
  })

  test('an alert that waited for quiet hours to end goes to who is there by then', async () => {
    const { id, responseId } = await makeDelivery(organizationId)
    await refuse(olga)
    await send(id)
    const rows = await rowsOf('select recipient, status from deliveries where response_id = $1 order by created_at, recipient', [
      responseId,
    ])
    expect(rows).toEqual([
      { recipient: olga, status: 'suppressed' },
      { recipient: ada, status: 'pending' },
    ])
  })

  test('written because nobody else could be told, it goes out whatever is said of the address', async () => {
    await refuse(olga)
    await refuse(ada)
    const one = await openOne(organizationId)
    await warn(one.id)
    const [told] = await toldOf(one.id)
    expect(told).toMatchObject({ recipient: ada, why: { kind: 'fallback' } })
    await send(told?.id ?? '')
    expect(await deliveryOf(told?.id ?? '')).toMatchObject({ status: 'sent' })
  })
})

describe('a mail that is for its recipient alone', () => {
  test('a mention waits, visible, until the address takes mail again; nobody reads it in their place', async () => {
    const one = await openOne(organizationId)
    await refuse(tim)
    await take(one.number, { type: 'note', text: 'Can you call?', mentions: [tim] })
    const [mention] = await toldOf(one.id)
    await send(mention?.id ?? '')
    expect(await toldOf(one.id)).toMatchObject([{ recipient: tim, status: 'suppressed' }])
    await rowsOf('delete from refused_addresses where organization_id = $1', [organizationId])
    await replayDelivery(organizationId, mention?.id ?? '')
    await send(mention?.id ?? '')
    expect(await deliveryOf(mention?.id ?? '')).toMatchObject({ status: 'sent' })
  })

  test('an invitation that somebody has just asked for is tried all the same', async () => {
    await refuse('nia@shop.example')
    const invited = await inviteMember(organizationId, { email: 'nia@shop.example', role: 'owner', locale: 'en' }, ada)
    if ('error' in invited) throw new Error(invited.detail)
    await send(invited.deliveryId)
    expect(await deliveryOf(invited.deliveryId)).toMatchObject({ status: 'sent' })
  })
})

describe('a server that refuses everybody', () => {
  let customers = 0
  /** A letter to a customer of their own. */
  const letter = async () => {
    customers += 1
    const { id, number } = await openFor(organizationId, `crowd-${customers}`)
    const address = `crowd-${customers}@home.example`
    await rowsOf('update customers set email = $2 where external_id = $1', [`crowd-${customers}`, address])
    await take(number, { type: 'mail', subject: 'Sorry', text: 'We call you.' })
    const [mail] = await caseMails(id, 'customer')
    return { id: mail?.id ?? '', address }
  }
  const three = async () => [await letter(), await letter(), await letter()]
  /** A mail that the server takes: what it refused before then is no row of refusals with what comes. */
  const getTaken = async () => send((await letter()).id)
  const statuses = async (mails: readonly { id: string }[]) =>
    Promise.all(mails.map(async ({ id }) => (await deliveryOf(id)).status))
  beforeEach(getTaken)

  test.each([
    ['550 Administrative prohibition', 'without a status'],
    ['554 5.7.1 Relay access denied', 'by a policy'],
  ])('%s: the third address in a row that is refused %s takes the marks back, and all are tried again', async (said) => {
    sink.refuseRecipient = () => said
    const mails = await three()
    const [first, second, third] = mails
    await send(first?.id ?? '')
    await send(second?.id ?? '')
    expect(await statuses(mails)).toEqual(['dead', 'dead', 'pending'])
    expect(await marks()).toEqual(said.includes('5.7') ? [] : [first?.address, second?.address])
    await send(third?.id ?? '')
    expect(await statuses(mails)).toEqual(['retrying', 'retrying', 'retrying'])
    expect(await marks()).toEqual([])
    sink.refuseRecipient = undefined
    for (const { id } of mails) {
      await makeDue(id)
      await send(id)
    }
    expect(await statuses(mails)).toEqual(['sent', 'sent', 'sent'])
  })

  test('refused at once by three workers, the three still find one another', async () => {
    sink.refuseRecipientWith = 550
    const mails = await three()
    await Promise.all(mails.map(({ id }) => send(id)))
    expect(await statuses(mails)).toEqual(['retrying', 'retrying', 'retrying'])
    expect(await marks()).toEqual([])
  })

  test('the same address three times, or others that it takes in between, are no crowd', async () => {
    const mails = await three()
    sink.refuseRecipientWith = 550
    for (let time = 0; time < 3; time++) {
      await send(mails[0]?.id ?? '')
      await rowsOf(`update deliveries set status = 'pending', next_attempt_at = now() where id = $1`, [mails[0]?.id])
    }
    await send(mails[1]?.id ?? '')
    sink.refuseRecipientWith = undefined
    await getTaken()
    sink.refuseRecipientWith = 550
    await send(mails[2]?.id ?? '')
    expect(await marks()).toEqual(mails.map(({ address }) => address))
  })

  test('a status that names the address is believed, however many there are', async () => {
    sink.refuseRecipient = () => '550 5.1.1 No such user'
    const mails = await three()
    for (const { id } of mails) await send(id)
    expect(await statuses(mails)).toEqual(['dead', 'dead', 'dead'])
    expect(await marks()).toHaveLength(3)
  })

  test('another organization’s refusals are no part of it', async () => {
    const other = await openShop('crowd')
    sink.refuseRecipientWith = 550
    const [mine] = await three()
    for (const name of ['uma', 'udo']) {
      const invited = await inviteMember(other, { email: `${name}@shop.example`, role: 'owner', locale: 'en' }, ada)
      if ('error' in invited) throw new Error(invited.detail)
      await deliverMessage({ organizationId: other, id: invited.deliveryId })
    }
    await send(mine?.id ?? '')
    expect(await marks()).toEqual([mine?.address])
  })

  test('what has had all its attempts stays dead', async () => {
    sink.refuseRecipientWith = 550
    const mails = await three()
    await rowsOf('update deliveries set attempts = 11 where id = $1', [mails[0]?.id])
    for (const { id } of mails) await send(id)
    expect(await statuses(mails)).toEqual(['dead', 'retrying', 'retrying'])
  })

  test('a sender that is refused, and a server that wants to be signed in to, mark nobody and are tried again', async () => {
    sink.refuseSenderWith = 550
    const mails = await three()
    await send(mails[0]?.id ?? '')
    sink.refuseSenderWith = undefined
    sink.refuseRecipientWith = 530
    await send(mails[1]?.id ?? '')
    expect((await statuses(mails)).slice(0, 2)).toEqual(['retrying', 'retrying'])
    expect(await countOf('refused_addresses where organization_id = $1', [organizationId])).toBe(0)
  })
})
