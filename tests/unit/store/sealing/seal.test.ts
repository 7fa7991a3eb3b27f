import { describe, expect, test } from 'vitest'
import { isSealed, isSealedWith, type Place, seal, sealingKey, unseal } from '@/store/sealing/seal'

const key = sealingKey('a secret of thirty-two characters')
const other = sealingKey('another one of thirty-two letters')
const place: Place = { table: 'targets', column: 'secret', organizationId: 'shop', id: 'erp' }
const text = 'whsec_Zm9v – 钥匙'

/** Made without this module: installations have sealed like this, so it must stay readable. */
const held = 'sealed:v1:6F9mPwIB:BwcHBwcHBwcHBwcHfoGs0uoqAgs-T4gz40QnBh4lQgHQc2h6oJM'

describe('sealing', () => {
  test('what is sealed is read again, is never the same twice, and shows nothing of the text', () => {
    const one = seal(key, place, text)
    expect(unseal([key], place, one)).toEqual({ text })
    expect(seal(key, place, text)).not.toBe(one)
    expect(one).toMatch(/^sealed:v1:[\w-]{8}:[\w-]+$/)
    expect(Buffer.from(one.split(':')[3] ?? '', 'base64url').includes('whsec')).toBe(false)
  })

  test('an empty text and a long one are sealed too', () => {
    for (const it of ['', 'x'.repeat(5000)]) expect(unseal([key], place, seal(key, place, it))).toEqual({ text: it })
  })

  test('a plain text that looks sealed is sealed like any other', () => {
    const looking = seal(other, place, text)
    expect(unseal([key], place, seal(key, place, looking))).toEqual({ text: looking })
  })

  test('what stood plain before is read as it is', () => {
    expect(isSealed(text)).toBe(false)
    expect(unseal([key], place, text)).toEqual({ text })
  })

  test.each<[string, Partial<Place>]>([
    ['another organization', { organizationId: 'stranger' }],
    ['another row', { id: 'crm' }],
    ['another column', { column: 'former_secret' }],
    ['another table', { table: 'identity_secrets' }],
  ])('what was moved to %s is not read there', (_, elsewhere) => {
    expect(unseal([key], { ...place, ...elsewhere }, seal(key, place, text))).toEqual({ unreadable: 'altered' })
  })

  test('a change of any character is noticed', () => {
    const sealed = seal(key, place, text)
    const start = sealed.lastIndexOf(':') + 1
    for (let at = start; at < sealed.length; at++) {
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'Q' : 'A'}${sealed.slice(at + 1)}`
      expect(unseal([key], place, changed)).toEqual({ unreadable: 'altered' })
    }
    for (const cut of [sealed.slice(0, -1), sealed.slice(0, start + 20), sealed.slice(0, start)])
      expect(unseal([key], place, cut)).toEqual({ unreadable: 'altered' })
  })

  test('another key doesn’t read it and says so; beside the right one it does', () => {
    const sealed = seal(key, place, text)
    expect(unseal([other], place, sealed)).toEqual({ unreadable: 'other_key' })
    expect(unseal([other, key], place, sealed)).toEqual({ text })
    expect([isSealedWith(key, sealed), isSealedWith(other, sealed)]).toEqual([true, false])
  })

  test('what was sealed by an earlier version stays readable', () => {
    expect(unseal([key], place, held)).toEqual({ text: 'whsec_held' })
  })
})
