import { createHash, randomBytes } from 'node:crypto'

const SHAPE = /^esk_[\w-]{43}$/

/** What is kept of a key. SHA-256 suffices: a key is 32 random bytes and can't be guessed from its hash. */
export const hashApiKey = (key: string): string => createHash('sha256').update(key).digest('hex')

export const isApiKeyShape = (key: string): boolean => SHAPE.test(key)

/** A new key, shown once, with what is stored of it. */
export const makeApiKey = (): { key: string; hash: string; prefix: string } => {
  const key = `esk_${randomBytes(32).toString('base64url')}`
  return { key, hash: hashApiKey(key), prefix: key.slice(0, 10) }
}
