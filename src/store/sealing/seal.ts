import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Unreadable } from '@/domain/unreadable'

/**
 * Secrets that the installation must read again, sealed for the time they stand in the database: AES-256-GCM. A sealed value is
 * `sealed:v1:KEY:DATA`: KEY tells keys apart, DATA is nonce (12 bytes), ciphertext and tag (16 bytes), base64url.
 */
const prefix = 'sealed:v1:'
const nonceLength = 12
const tagLength = 16

export type SealingKey = { id: string; bytes: Buffer }

/** The key that an installation's secret gives for sealing (HKDF-SHA256, RFC 5869); what signs links can't be told from it. */
export const sealingKey = (secret: string): SealingKey => {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'earshot.v1.sealing', 32))
  return { id: createHash('sha256').update('earshot.v1.sealing-key').update(bytes).digest('base64url').slice(0, 8), bytes }
}

/** Where a value stands. It is sealed along, so that a value that was put elsewhere is not read there. */
export type Place = { table: string; column: string; organizationId: string; id: string }

const associated = ({ table, column, organizationId, id }: Place): Buffer =>
  Buffer.from(JSON.stringify(['v1', table, column, organizationId, id]))

export const isSealed = (stored: string): boolean => stored.startsWith(prefix)

/** Whether it stands as this key seals it; what doesn't is plain, or was sealed with another. */
export const isSealedWith = (key: SealingKey, stored: string): boolean => stored.startsWith(`${prefix}${key.id}:`)

export const seal = (key: SealingKey, place: Place, text: string): string => {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key.bytes, nonce, { authTagLength: tagLength }).setAAD(associated(place))
  const data = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  return `${prefix}${key.id}:${data.toString('base64url')}`
}

export type Opened = { text: string } | { unreadable: Unreadable }

/** Reads a stored value with whichever of the keys sealed it. What isn't sealed stands plain, from before there was sealing. */
export const unseal = (keys: readonly SealingKey[], place: Place, stored: string): Opened => {
  if (!isSealed(stored)) return { text: stored }
  const [id, text = ''] = stored.slice(prefix.length).split(':')
  const key = keys.find((one) => one.id === id)
  if (!key) return { unreadable: 'other_key' }
  const data = Buffer.from(text, 'base64url')
  if (data.length < nonceLength + tagLength) return { unreadable: 'altered' }
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, data.subarray(0, nonceLength), { authTagLength: tagLength })
    .setAAD(associated(place))
    .setAuthTag(data.subarray(-tagLength))
  try {
    return { text: Buffer.concat([decipher.update(data.subarray(nonceLength, -tagLength)), decipher.final()]).toString('utf8') }
  } catch {
    // The tag doesn't fit: node:crypto throws for nothing else here.
    return { unreadable: 'altered' }
  }
}
