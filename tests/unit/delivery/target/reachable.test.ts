import { expect, test } from 'vitest'
import { isPublicAddress, reachable } from '@/delivery/target/reachable'

test.each([
  [
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.255',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '0.0.0.0',
  ],
  ['224.0.0.1', '255.255.255.255', '192.0.2.1', '198.51.100.1', '203.0.113.1', '198.18.0.1', '192.88.99.1'],
  [
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    '2001::1',
  ],
])('%s and its like lead into somebody’s own network, or nowhere', (...addresses) => {
  expect(addresses.filter(isPublicAddress)).toEqual([])
})

test('the world is reached', () => {
  for (const address of [
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.128.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a00:1450::1',
  ])
    expect([address, isPublicAddress(address)]).toEqual([address, true])
})

test('the operator names hosts, addresses and networks; nothing else is reached by it', () => {
  const { host, address, isNamed } = reachable(['erp.local', '10.2.0.0/16', '127.0.0.1', 'fd00::/8'])
  expect(['erp.local', 'ERP.local', '10.2.9.9', '127.0.0.1', '[fd00::1]', 'erp.example'].map(host)).toEqual([
    true,
    true,
    true,
    true,
    true,
    undefined,
  ])
  expect(['localhost', 'a.localhost', '10.3.0.1', '127.0.0.2', '[::1]'].map(host)).toEqual([false, false, false, false, false])
  expect(address('erp.local', '192.168.7.7')).toBe(true)
  expect(address('other.example', '192.168.7.7')).toBe(false)
  expect(address('other.example', '10.2.0.1')).toBe(true)
  expect(isNamed('erp.example')).toBe(false)
})
