import { describe, expect, test } from 'vitest'
import { findDeliveries } from '@/pipeline/act/find-deliveries'
import { keepVerifications } from '@/pipeline/act/keep-verifications'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { getCustomerRecord } from '@/pipeline/analyze/get-customer'
import { putSettings } from '@/pipeline/design/put-settings'
import { clear, openBounceDoor, send, shopOf, tell } from '~tests/support/bounce-door'
import { caseMails, eventsOf, openFor, stepper } from '~tests/support/cases'
import { deliveryOf } from '~tests/support/deliveries'
import { rowsOf } from '~tests/support/shop'

openBounceDoor()

describe('while a customer’s address takes no mail', () => {
  let customers = 0
  const openKnown = async () => {
    customers += 1
    const email = `mei-${customers}@home.example`
    const opened = await openFor(shopOf().organizationId, `bounce-${customers}`)
    await rowsOf('update customers set email = $2 where external_id = $1', [`bounce-${customers}`, email])
    return { ...opened, email, externalId: `bounce-${customers}` }
  }
  const take = (...step: Parameters<ReturnType<typeof stepper>>) => stepper(shopOf().organizationId)(...step)
  const write = (number: number) => take(number, { type: 'mail', subject: 'Sorry', text: 'We call you.' })

  test('a letter isn’t sent but recorded as suppressed with the reason; a person clears the mark and has it sent', async () => {
    const { id, number, email, externalId } = await openKnown()
    await tell({ address: email, status: '5.1.1', reason: 'no such user' })
    expect((await getCustomerRecord(shopOf().organizationId, externalId))?.mailRefused).toMatchObject({ reason: 'no such user' })
    await write(number)
    const [letter] = await caseMails(id, 'customer')
    const before = shopOf().sink.mails.length
    await send(letter?.id ?? '')
    expect(await deliveryOf(letter?.id ?? '')).toMatchObject({
      ...{ status: 'suppressed', last_error: 'no such user', sent_at: null },
      text: expect.stringContaining('We call you.'),
    })
    expect(shopOf().sink.mails).toHaveLength(before)
    const { items } = await findDeliveries({ organizationId: shopOf().organizationId, limit: 50, group: 'suppressed' })
    expect(items.map((one) => one.id)).toContain(letter?.id)
    await clear(email)
    await replayDelivery(shopOf().organizationId, letter?.id ?? '')
    await send(letter?.id ?? '')
    expect(await deliveryOf(letter?.id ?? '')).toMatchObject({ status: 'sent' })
  })

  test('a changed address is a fresh start', async () => {
    const { id, number, email, externalId } = await openKnown()
    await tell({ address: email, status: '5.1.1' })
    await rowsOf('update customers set email = $2 where external_id = $1', [externalId, `new-${email}`])
    expect((await getCustomerRecord(shopOf().organizationId, externalId))?.mailRefused).toBeNull()
    await write(number)
    const [letter] = await caseMails(id, 'customer')
    await send(letter?.id ?? '')
    expect(await deliveryOf(letter?.id ?? '')).toMatchObject({ status: 'sent' })
  })

  test('nobody is asked whether it is mended, and the case says why; who is marked after that isn’t written to either', async () => {
    await putSettings(shopOf().organizationId, { name: 'Shop', cases: { verification: { silenceDays: 7, afterHours: 0 } } })
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
