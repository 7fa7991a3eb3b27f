import type { Pool, PoolClient } from 'pg'
import { isVague, type RefusalAbout } from '@/domain/delivery/refusal'
import type { DisabledReason } from '@/domain/delivery/target-kinds'
import { hot, hotPool, withTransaction } from '../connection'
import { disableTarget } from '../target/disable-target'
import { markRefused } from './refused-address'
import { findCrowd, takeBack } from './refused-by-server'
import { openDelivery, type TargetDelivery, type TargetRow, taken, takingFirst } from './take-from-line'
import { tellInstead } from './tell-instead'

export type Attempt = {
  number: number
  at: Date
  durationMs: number
  error: string | null
  /** of what was posted: its head, without what is secret in it, and what came back */
  request?: string | undefined
  answerStatus?: number | undefined
  answer?: string | undefined
}

/** `again`: when to try once more, should the server refuse everybody; undefined after the last attempt */
export type Refusal = { status: string | null; reason: string; about: RefusalAbout; address: string; again: Date | undefined }

export type Outcome =
  | { status: 'sent'; mode: 'smtp' | 'http' | 'captured' | 'past' }
  /** `letsPass`: those of its target that were written later needn't wait for it any more */
  | { status: 'retrying'; nextAttemptAt: Date; error: string; letsPass?: boolean }
  /** `disables`: its target takes nothing any more; `isLost`: whoever is there instead is to be told; `refusal`: the mail server said no for good */
  | { status: 'dead'; error: string; disables?: DisabledReason | undefined; isLost?: boolean; refusal?: Refusal | undefined }
  /** not sent: its recipient takes no mail; whoever is there instead is told */
  | { status: 'suppressed'; error: string }

/** One statement, one commit: the attempt, the delivery's state, and the response's first delivery of an alert. */
const settling = `
  settled as (
    update deliveries set status = $3, mode = coalesce($4, mode), next_attempt_at = $5, last_error = $6, lease_until = null,
           sent_at = case when $3 = 'sent' then clock_timestamp() else sent_at end, holds_line = holds_line and not $8
     where organization_id = $1 and id = $2 and status = 'sending' and attempts = $7 returning response_id, alert_id, target_id),
  noted as (
    insert into delivery_attempts (organization_id, delivery_id, number, at, duration_ms, error, request, answer_status, answer, refused)
    values ($1, $2, $7, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing),
  delivered as (
    update responses set delivered_at = clock_timestamp()
     where organization_id = $1 and id = (select response_id from settled where alert_id is not null and $3 = 'sent') and delivered_at is null)`

type Values = (organizationId: string, id: string, attempt: Attempt, outcome: Outcome, refused?: string) => unknown[]

const valuesOf: Values = (organizationId, id, attempt, outcome, refused) => [
  organizationId,
  id,
  outcome.status,
  outcome.status === 'sent' ? outcome.mode : null,
  outcome.status === 'retrying' ? outcome.nextAttemptAt : null,
  outcome.status === 'sent' ? null : outcome.error,
  attempt.number,
  outcome.status === 'retrying' && outcome.letsPass === true,
  attempt.at,
  attempt.durationMs,
  attempt.error,
  attempt.request ?? null,
  attempt.answerStatus ?? null,
  attempt.answer ?? null,
  refused ?? null,
]

type Settled = { target_id: string | null }

const settle = async (client: Pool | PoolClient, values: unknown[]): Promise<Settled | undefined> =>
  (await hot<Settled>(client, 'delivery.outcome', `with ${settling} select target_id from settled`, values)).rows[0]

/** A refusal is judged by those around it: where the server refuses everybody, the mail is tried again. */
const saveRefusal = async (organizationId: string, id: string, attempt: Attempt, outcome: Outcome, refusal: Refusal) => {
  const { again, about, address, status, reason } = refusal
  await withTransaction(async (client) => {
    const refused = isVague(about) ? await findCrowd(client, organizationId, address) : undefined
    const judged: Outcome = refused && again ? { status: 'retrying', nextAttemptAt: again, error: reason } : outcome
    const settled = await settle(client, valuesOf(organizationId, id, attempt, judged, about))
    if (!settled) return
    if (refused) await takeBack(client, organizationId, refused)
    else if (about === 'address' || about === 'unclear') await markRefused(client, organizationId, { address, status, reason })
    if (judged.status === 'dead') await tellInstead(client, organizationId, id)
  })
}

/**
 * Writes what came of an attempt: the attempt itself, the delivery's state, the response's first delivery of an alert, and that a
 * target or an address takes nothing any more. Of a mail that its recipient can't get and that somebody must act on, whoever is there
 * instead is told.
 */
export const saveOutcome = async (organizationId: string, id: string, attempt: Attempt, outcome: Outcome): Promise<void> => {
  const { disables: reason, refusal, isLost = false } = outcome.status === 'dead' ? outcome : {}
  if (refusal) return saveRefusal(organizationId, id, attempt, outcome, refusal)
  const isSuppressed = outcome.status === 'suppressed'
  const values = valuesOf(organizationId, id, attempt, outcome, isSuppressed ? 'marked' : undefined)
  if (!reason && !isLost && !isSuppressed) {
    await settle(hotPool(), values)
    return
  }
  await withTransaction(async (client) => {
    const settled = await settle(client, values)
    if (reason && settled?.target_id) await disableTarget(client, { organizationId, id: settled.target_id, reason })
    if (settled && (isLost || isSuppressed)) await tellInstead(client, organizationId, id)
  })
}

/** Whether the line goes on behind a message with this outcome. */
const goesOn = (outcome: Outcome): boolean =>
  outcome.status === 'sent' ||
  (outcome.status === 'retrying' && outcome.letsPass === true) ||
  (outcome.status === 'dead' && outcome.disables === undefined)

/**
 * The same of a message in a target's line, and takes the next of it in the same statement: a line is as fast as what one message
 * costs. Undefined where nothing stood behind it when the statement began, it isn't due, or the line doesn't go on.
 */
export const settleInLine = async (
  { organizationId, id }: { organizationId: string; id: string },
  attempt: Attempt,
  outcome: Outcome,
): Promise<TargetDelivery | undefined> => {
  if (!goesOn(outcome)) {
    await saveOutcome(organizationId, id, attempt, outcome)
    return undefined
  }
  const { rows } = await hot<TargetRow>(
    hotPool(),
    'line.settle',
    `with ${settling}, ${takingFirst('(select target_id from settled)', '$2')} ${taken}`,
    valuesOf(organizationId, id, attempt, outcome),
  )
  return rows[0] && openDelivery(rows[0])
}
