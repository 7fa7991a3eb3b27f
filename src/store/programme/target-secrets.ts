import { randomBytes } from 'node:crypto'
import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { defaultOverlapHours } from '@/domain/delivery/webhook-secret'
import type { Target } from '../generated/client'
import { openColumn, openReach, sealColumn } from '../target/target-secrets'

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export type Row = { organizationId: string; id: string }
type Secrets = Pick<Target, 'secret' | 'formerSecret' | 'formerUntil'>

/**
 * A new secret, and the one before for as long as both are to sign: sealed anew, since it stands in another place now. One that
 * can't be read signs no longer.
 */
export const rotated = (row: Row, before: Secrets, secret: string, overlapHours: number): Secrets => {
  const old = openColumn(row, 'secret', before.secret)
  const isKept = overlapHours > 0 && 'text' in old && old.text !== null
  return {
    secret: sealColumn(row, 'secret', secret),
    formerSecret: isKept ? sealColumn(row, 'former_secret', old.text ?? '') : null,
    formerUntil: isKept ? new Date(Date.now() + overlapHours * 3_600_000) : null,
  }
}

/** What is given as it already was stays as it stands: sealed again it would look changed. */
export const secretsOf = (channel: TargetChannel, row: Row, before: Target | null, given: string | undefined): Secrets => {
  const { secret, formerSecret, formerUntil } = before ?? { secret: null, formerSecret: null, formerUntil: null }
  const kept = { secret, formerSecret, formerUntil }
  const old = openColumn(row, 'secret', secret)
  if (given === undefined && (channel === 'chat' || secret !== null)) return kept
  if (given !== undefined && 'text' in old && old.text === given) return kept
  if (channel === 'webhook' && secret !== null && given !== undefined) return rotated(row, kept, given, defaultOverlapHours)
  return { ...kept, secret: sealColumn(row, 'secret', given ?? newSecret()) }
}

type Addresses = Pick<Target, 'url' | 'address'>

/** A chat's address holds the right to write there: it is sealed, and people see its origin. Undefined where none is known. */
export const addressOf = (
  channel: TargetChannel,
  row: Row,
  before: Target | null,
  given: string | undefined,
): Addresses | undefined => {
  if (given === undefined) return before ? { url: before.url, address: before.address } : undefined
  if (channel === 'webhook') return { url: given, address: null }
  const old = before && openReach(row, { ...before, secret: null, formerSecret: null })
  if (before && old && 'url' in old && old.url === given) return { url: before.url, address: before.address }
  return { url: new URL(given).origin, address: sealColumn(row, 'address', given) }
}
