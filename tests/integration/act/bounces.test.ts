import { describe, expect, test } from 'vitest'
import { findDeliveries } from '@/pipeline/act/find-deliveries'
import { createOrganization } from '@/store/organization/create-organization'
import { clear, keyOf, marks, olga, openBounceDoor, post, send, sendOne, shopOf, tell } from '~tests/support/bounce-door'
import { bounceMail } from '~tests/support/bounce-mail'
import { countOf, rowsOf } from '~tests/support/shop'

openBounceDoor()

const others = (responseId: string, id: string) =>
  rowsOf<{ id: string; recipient: string; status: string; why: unknown }>(
    'select id, recipient, status, why from deliveries where response_id = $1 and id <> $2 order by recipient',
    [responseId, id],
  )

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
    const text = shopOf().sink.mails.find((one) => one.messageId === `<${told?.id}@localhost>`)?.text
    expect(text).toContain('because the mail to Olga Owner was refused')
    const { items } = await findDeliveries({ organizationId: shopOf().organizationId, limit: 50 })
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
    expect((await tell({ address: olga, status: '5.1.1' }, await keyOf(shopOf().organizationId, 'analyst'))).status).toBe(403)
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
