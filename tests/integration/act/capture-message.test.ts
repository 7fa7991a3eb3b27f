import { expect, test } from 'vitest'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { deliveryOf, makeDelivery } from '~tests/support/deliveries'
import { openShop } from '~tests/support/shop'

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
