import type { IncomingMessage } from 'node:http'
import { describe, expect, test } from 'vitest'
import { clientAddress, isPrivateAddress } from '@/web/client-address'

const from = (remoteAddress: string, forwarded?: string) =>
  clientAddress({
    socket: { remoteAddress },
    headers: forwarded ? { 'x-forwarded-for': forwarded } : {},
  } as unknown as IncomingMessage)

describe('the address of a client', () => {
  test('is the peer’s, written plainly', () => {
    expect(from('203.0.113.9')).toBe('203.0.113.9')
    expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9')
  })

  test('behind a private proxy is the last public one it names', () => {
    expect(from('10.0.0.2', '198.51.100.7')).toBe('198.51.100.7')
    expect(from('::1', '6.6.6.6, 198.51.100.7, 10.0.0.9')).toBe('198.51.100.7')
    expect(from('127.0.0.1', '192.168.1.5')).toBe('192.168.1.5')
  })

  test('can’t be claimed by a client that comes directly', () => {
    expect(from('203.0.113.9', '127.0.0.1')).toBe('203.0.113.9')
  })

  test('nonsense in the header is ignored', () => {
    expect(from('127.0.0.1', 'unknown, <script>')).toBe('127.0.0.1')
  })

  test('private is private in both families', () => {
    for (const address of ['127.0.0.1', '10.1.2.3', '172.31.0.1', '192.168.0.1', '::1', 'fd00::1'])
      expect(isPrivateAddress(address)).toBe(true)
    for (const address of ['172.32.0.1', '8.8.8.8', '2001:db8::1', '', 'x']) expect(isPrivateAddress(address)).toBe(false)
  })
})
