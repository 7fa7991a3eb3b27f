import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeToken, readToken } from '@/auth/signed-token'

const now = new Date('2026-11-22T12:00:00Z')
const later = new Date('2026-11-23T12:00:00Z')

describe('signed tokens', () => {
  test('give back what was signed until they expire', () => {
    const token = makeToken('acknowledge', { alert: 'a1', organization: 'o1' }, later)
    expect(readToken('acknowledge', token, now)).toEqual({ payload: { alert: 'a1', organization: 'o1' } })
    expect(readToken('acknowledge', token, later)).toEqual({ error: 'expired' })
  })

  test('made for one purpose are invalid for every other', () => {
    expect(readToken('set-up', makeToken('acknowledge', { id: 1 }, later), now)).toEqual({ error: 'invalid' })
  })

  test('with any character changed are invalid', () => {
    const token = makeToken('acknowledge', { alert: '018f' }, later)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: token.length - 1 }), fc.constantFrom('A', 'z', '0', '.', '_'), (at, letter) => {
        const changed = token.slice(0, at) + letter + token.slice(at + 1)
        // The last character of base64url carries unused bits: only a change that alters the bytes is a forgery.
        fc.pre(changed !== token && at < token.length - 1)
        expect(readToken('acknowledge', changed, now)).toEqual({ error: 'invalid' })
      }),
    )
  })

  test.each(['', '.', '..', 'a.b.c', 'a.b.c.d', 'é.é.é'])('that are no tokens at all are invalid: %j', (text) => {
    expect(readToken('acknowledge', text, now)).toEqual({ error: 'invalid' })
  })
})
