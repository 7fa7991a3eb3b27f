import type { Unreadable } from '@/domain/unreadable'
import { pool } from '../connection'
import { installationKeys } from './installation-keys'
import { readSealed, type SealedValue } from './read-sealed'
import { isSealed, isSealedWith, type SealingKey, seal, unseal } from './seal'

export type Unread = Omit<SealedValue, 'stored'> & { why: Unreadable }

/** `plain` and `former`: how many stood plain or under the key before, and do no longer unless it was only looked */
export type Sealed = { plain: number; former: number; unread: Unread[] }

const columns = {
  secret: `update targets set secret = $4 where organization_id = $1 and id = $2 and secret = $3`,
  former_secret: `update targets set former_secret = $4 where organization_id = $1 and id = $2 and former_secret = $3`,
  address: `update targets set address = $4, url = $5 where organization_id = $1 and id = $2 and channel = 'chat' and coalesce(address, url) = $3`,
}
const identity = `update identity_secrets set secret = $3 where organization_id = $1 and secret = $2`

/** Every statement names what stood there: what somebody saved meanwhile stays as it is, and is sealed already. */
const replace = async (
  { table, column, organizationId, id, stored }: SealedValue,
  sealed: string,
  text: string,
): Promise<void> => {
  if (table === 'identity_secrets') await pool().query(identity, [organizationId, stored, sealed])
  else if (column === 'address') await pool().query(columns.address, [organizationId, id, stored, sealed, new URL(text).origin])
  else await pool().query(columns[column === 'secret' ? 'secret' : 'former_secret'], [organizationId, id, stored, sealed])
}

/**
 * Seals what stands plain, or under the key before. A value at a time, each by itself: two may be at it, one may die over it, and the
 * next goes on. What can't be read is left as it stands. With `isLooking` nothing is changed.
 */
export const sealStored = async (
  { isLooking = false } = {},
  keys: readonly [SealingKey, ...SealingKey[]] = installationKeys(),
): Promise<Sealed> => {
  const result: Sealed = { plain: 0, former: 0, unread: [] }
  for await (const values of readSealed())
    for (const value of values) {
      const { stored, ...place } = value
      const opened = unseal(keys, place, stored)
      if ('unreadable' in opened) result.unread.push({ ...place, why: opened.unreadable })
      else if (!isSealedWith(keys[0], stored)) {
        result[isSealed(stored) ? 'former' : 'plain']++
        if (!isLooking) await replace(value, seal(keys[0], place, opened.text), opened.text)
      }
    }
  return result
}
