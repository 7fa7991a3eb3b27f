import { describe, expect, test } from 'vitest'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { findPeople } from '@/pipeline/design/find-people'
import { clear, marks, olga, openBounceDoor, send, shopOf, tell } from '~tests/support/bounce-door'
import { deliveryOf, makeDelivery, makeDue } from '~tests/support/deliveries'
import { hear, rowsOf, shop } from '~tests/support/shop'

openBounceDoor()

const whomOf = async (responseId: string) =>
  rowsOf<{ recipient: string; why: unknown }>('select recipient, why from deliveries where response_id = $1 order by recipient', [
    responseId,
  ])

describe('a mail server that refuses at once', () => {
  test('a refused recipient is marked with the server’s words, on their row too', async () => {
    shopOf().sink.refuseRecipientWith = 550
    const { id } = await makeDelivery(shopOf().organizationId)
    await send(id)
    expect(await marks()).toEqual([{ address: olga, status: null, reason: expect.stringContaining('550') }])
    const { members } = await findPeople(shopOf().organizationId)
    expect(members.find(({ email }) => email === olga)?.refused).toMatchObject({ reason: expect.stringContaining('550') })
  })

  test('a refused digest is told, with all that it held, to who is there instead', async () => {
    const own = (alertsPerDay: number | null) =>
      applyProgramme(shopOf().organizationId, {
        members: { [olga]: { name: 'Olga Owner', role: 'owner', alertsPerDay } },
        alertRules: { detractor: { ...shop.alertRules.detractor, severity: alertsPerDay === null ? 'high' : 'medium' } },
      })
    await own(1)
    for (let time = 0; time < 3; time++) await hear(shopOf().organizationId, 'delivery', { nps: 4, reason: `Late ${time}` })
    await own(null)
    const digests = () =>
      rowsOf<{ id: string; recipient: string; alerts: number }>(
        `select d.id, d.recipient, (select count(*)::int from digest_alerts i where i.delivery_id = d.id) as alerts
           from deliveries d where d.organization_id = $1 and d.kind = 'digest' order by d.created_at`,
        [shopOf().organizationId],
      )
    const [first] = await digests()
    shopOf().sink.refuseRecipientWith = 550
    await makeDue(first?.id ?? '')
    await send(first?.id ?? '')
    shopOf().sink.refuseRecipientWith = undefined
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
      shopOf().sink[way] = way === 'refuseWith' ? 554 : 451
      await send((await makeDelivery(shopOf().organizationId)).id)
      shopOf().sink[way] = undefined
    }
    expect(await marks()).toEqual([])
  })
})

describe('while a member’s address takes no mail', () => {
  const refuse = () => tell({ address: olga, status: '5.1.1', messageId: `${Math.random()}@elsewhere` })
  const bad = () => hear(shopOf().organizationId, 'delivery', { nps: 4 })

  test('their alerts go to their deputy, or to the fallback, and the mail says why; cleared, they get them again', async () => {
    await refuse()
    expect(await whomOf(await bad())).toEqual([{ recipient: 'ada@shop.example', why: { kind: 'fallback' } }])
    await rowsOf(
      `update members set deputy_member_id = (select m.id from members m join users u on u.id = m.user_id where m.organization_id = $1 and u.email = 'tim@shop.example')
        where organization_id = $1 and name = 'Olga Owner'`,
      [shopOf().organizationId],
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
