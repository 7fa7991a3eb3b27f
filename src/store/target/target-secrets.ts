import type { Unreadable } from '@/domain/unreadable'
import { openHere, sealHere } from '../sealing/installation-keys'
import type { Opened } from '../sealing/seal'

/** What of a target stands sealed. `address` is a chat's: it holds the right to write there. */
export type SealedColumn = 'address' | 'secret' | 'former_secret'

type Row = { organizationId: string; id: string }

const placeOf = ({ organizationId, id }: Row, column: SealedColumn) => ({ table: 'targets', column, organizationId, id })

export const sealColumn = (row: Row, column: SealedColumn, text: string): string => sealHere(placeOf(row, column), text)

export const openColumn = (row: Row, column: SealedColumn, stored: string | null): Opened | { text: null } =>
  stored === null ? { text: null } : openHere(placeOf(row, column), stored)

/** Where a target's messages go, and what they are signed with; or why nobody can tell. */
export type Reach = { url: string; secret: string | null; formerSecret: string | null } | { unreadable: Unreadable }

export type StoredReach = { url: string; address: string | null; secret: string | null; formerSecret: string | null }

/** It as a JSON object over a row `t` of targets; a former secret only while it still signs along. */
export const storedReach = `json_build_object('url', t.url, 'address', t.address, 'secret', t.secret,
  'formerSecret', case when t.former_until > now() then t.former_secret end)`

export const openReach = (row: Row, stored: StoredReach): Reach => {
  const address = openColumn(row, 'address', stored.address)
  const secret = openColumn(row, 'secret', stored.secret)
  const former = openColumn(row, 'former_secret', stored.formerSecret)
  if ('unreadable' in address) return address
  if ('unreadable' in secret) return secret
  if ('unreadable' in former) return former
  return { url: address.text ?? stored.url, secret: secret.text, formerSecret: former.text }
}
