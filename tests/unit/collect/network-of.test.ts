import { expect, it } from 'vitest'
import { submissionsPerSecond, takeSubmission } from '@/collect/limits'
import { networkOf } from '@/collect/network-of'

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::ffff:c000:207', '::ffff:c000:207'],
  ['unknown', 'unknown'],
])('%s shares its limits with %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

it('the limit on submissions counts all addresses of such a network', async () => {
  const turns = Array.from({ length: submissionsPerSecond + 1 }, (_, turn) =>
    takeSubmission(`2001:db8:0:7::${turn.toString(16)}`),
  )
  expect((await Promise.all(turns)).map((limited) => limited !== undefined).lastIndexOf(false)).toBe(submissionsPerSecond - 1)
  expect(await takeSubmission('2001:db8:0:8::1')).toBeUndefined()
})
