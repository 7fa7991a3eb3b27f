import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { digestLeaves, nextDigestDay } from '@/domain/alert/budget'
import type { AlertBudget } from '@/domain/alert/policy'
import { addDays } from '@/domain/analysis/calendar'
import { hot } from '../connection'
import type { Person } from './person'

export type Held = { person: Person; locale: string; alertId: string; budget: AlertBudget }

type Setting = { now: Date; holidays: readonly string[] }

/**
 * The digest of a member's day, if it hasn't begun to leave. Its row is held to the end of the transaction: whoever claims it for sending
 * waits, and then finds what this transaction adds.
 */
const openDigest = async (
  client: PoolClient,
  organizationId: string,
  { memberId, email, name }: Person,
  { day, locale, leaves }: { day: string; locale: string; leaves: Date },
): Promise<string | undefined> => {
  const { rows } = await hot<{ id: string }>(
    client,
    'digest.open',
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, member_id, status, next_attempt_at)
     values ($1, $2, $3, 'digest', 'email', $4, $5, $6, $7, 'pending', $8)
     on conflict (organization_id, key) do update set key = excluded.key where deliveries.status = 'pending' and deliveries.attempts = 0
     returning id`,
    [organizationId, uuidV7(), `digest:${memberId}:${day}|${email}|email`, email, name, locale, memberId, leaves],
  )
  return rows[0]?.id
}

/** Puts alerts that are over somebody's budget into the next of their digests, which leaves by itself: it is a delivery like any other. */
export const holdForDigest = async (
  client: PoolClient,
  organizationId: string,
  held: readonly Held[],
  { now, holidays }: Setting,
): Promise<void> => {
  const inOrder = [...held].sort((a, b) => (a.person.memberId < b.person.memberId ? -1 : 1))
  for (const { person, locale, alertId, budget } of inOrder) {
    let day = nextDigestDay(now, person, budget, holidays)
    let digest: string | undefined
    // One that has left early, or that an earlier setting made leave sooner, takes nothing any more: then the day after's does.
    for (let later = 0; digest === undefined && later < 7; later++) {
      const { leaves } = digestLeaves(day, person, budget, holidays)
      digest = await openDigest(client, organizationId, person, { day, locale, leaves })
      day = addDays(day, 1)
    }
    if (digest === undefined) throw new Error(`no digest of ${person.memberId} takes anything any more`)
    await hot(
      client,
      'digest.add',
      'insert into digest_alerts (organization_id, delivery_id, alert_id) values ($1, $2, $3) on conflict do nothing',
      [organizationId, digest, alertId],
    )
  }
}
