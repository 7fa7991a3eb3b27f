import { beforeAll, expect, test } from 'vitest'
import { getArrivals } from '@/pipeline/analyze/get-arrivals'
import { acceptResponse } from '@/pipeline/listen/accept-response'
import { newId, openShop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('arrivals')
})

const send = (survey: string, more: object, at: Date) =>
  acceptResponse(newId(), { survey, revision: 1, answers: { nps: 9 }, completed: true, ...more }, at)

test('what came in is counted by where it came from, of this survey and since then alone', async () => {
  const now = new Date()
  const before = new Date(now.getTime() - 2 * 3_600_000)
  await send('delivery', { channel: 'qr', source: 'poster-12' }, now)
  await send('delivery', { channel: 'qr', source: 'poster-12' }, now)
  await send('delivery', { channel: 'email' }, now)
  await send('delivery', { channel: 'kiosk' }, before)
  await send('store', { channel: 'kiosk' }, now)
  const arrivals = await getArrivals(organizationId, 'delivery', new Date(now.getTime() - 3_600_000))
  expect(arrivals.map(({ channel, source, responses }) => [channel, source, responses])).toEqual([
    ['qr', 'poster-12', 2],
    ['email', null, 1],
  ])
})
