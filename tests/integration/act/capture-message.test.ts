import { expect, test } from 'vitest'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { followTest, sendTest } from '@/pipeline/design/send-test'
import { deliveryOf, makeDelivery } from '~tests/support/deliveries'
import { openShop, rowsOf } from '~tests/support/shop'

test('without a mail server a message is rendered, kept and marked as captured', async () => {
  const organizationId = await openShop()
  const { id } = await makeDelivery(organizationId, 'The box was broken')
  await deliverMessage({ organizationId, id })
  expect(await deliveryOf(id)).toMatchObject({
    status: 'sent',
    mode: 'captured',
    attempts: 1,
    text: expect.stringContaining('The box was broken'),
    html: expect.stringContaining('The box was broken'),
  })
})

test('a test of a survey is captured the same way, and says so', async () => {
  const organizationId = await openShop('testers')
  const [member] = await rowsOf<{ id: string }>(`select id from members where organization_id = $1 and name = 'Ada Admin'`, [
    organizationId,
  ])
  const memberId = member?.id ?? ''
  const sent = await sendTest({ organizationId, memberId, survey: 'delivery', which: 'published', locale: 'en' }, new Date())
  if ('error' in sent) throw new Error(sent.error)
  await deliverMessage({ organizationId, id: sent.deliveryId })
  expect(await followTest(organizationId, memberId, sent.deliveryId)).toMatchObject({ status: 'sent', mode: 'captured' })
  expect(await deliveryOf(sent.deliveryId)).toMatchObject({ subject: '[Test] Tell us', text: expect.stringContaining(sent.url) })
})
