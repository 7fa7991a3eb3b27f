import { describe, expect, test } from 'vitest'
import { hashApiKey, isApiKeyShape, makeApiKey } from '@/auth/api-key'
import { hashPassword, isPassword } from '@/auth/password'

describe('API keys', () => {
  test('are long, recognizable, and stored as their hash alone', () => {
    const { key, hash, prefix } = makeApiKey()
    expect(isApiKeyShape(key)).toBe(true)
    expect(hash).toBe(hashApiKey(key))
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(key.startsWith(prefix)).toBe(true)
    expect(makeApiKey().key).not.toBe(key)
  })
})

describe('passwords', () => {
  test('fit their own hash and no other', async () => {
    const stored = await hashPassword('correct-horse-battery-9')
    expect(stored).toMatch(/^\$argon2id\$/)
    expect(await isPassword(stored, 'correct-horse-battery-9')).toBe(true)
    expect(await isPassword(stored, 'correct-horse-battery-8')).toBe(false)
  })

  test('never fit a user without one, or a broken hash', async () => {
    expect(await isPassword(null, 'decoy')).toBe(false)
    expect(await isPassword('not a hash', 'x')).toBe(false)
  })
})
