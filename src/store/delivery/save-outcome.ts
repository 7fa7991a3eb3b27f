import type { DisabledReason } from '@/domain/delivery/target-kinds'
import { hot, withTransaction } from '../connection'
import { disableTarget } from '../target/disable-target'

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

export type Outcome =
  | { status: 'sent'; mode: 'smtp' | 'http' | 'captured' | 'past' }
  /** `letsPass`: those of its target that were written later needn't wait for it any more */
  | { status: 'retrying'; nextAttemptAt: Date; error: string; letsPass?: boolean }
  /** `disables`: its target takes nothing any more */
  | { status: 'dead'; error: string; disables?: DisabledReason | undefined }

type Row = { response_id: string | null; alert_id: string | null; target_id: string | null }

const outcomeStatement = `
  update deliveries set status = $3, mode = coalesce($4, mode), next_attempt_at = $5, last_error = $6, lease_until = null,
         sent_at = case when $3 = 'sent' then clock_timestamp() else sent_at end, holds_line = holds_line and not $8
   where organization_id = $1 and id = $2 and status = 'sending' and attempts = $7 returning response_id, alert_id, target_id`

/**
 * Writes what came of an attempt: the attempt itself, the delivery's state, the response's first delivery of an alert, and that a
 * target takes nothing any more.
 */
export const saveOutcome = (organizationId: string, id: string, attempt: Attempt, outcome: Outcome): Promise<void> =>
  withTransaction(async (client) => {
    const { rows } = await hot<Row>(client, 'delivery.outcome', outcomeStatement, [
      organizationId,
      id,
      outcome.status,
      outcome.status === 'sent' ? outcome.mode : null,
      outcome.status === 'retrying' ? outcome.nextAttemptAt : null,
      outcome.status === 'sent' ? null : outcome.error,
      attempt.number,
      outcome.status === 'retrying' && outcome.letsPass === true,
    ])
    await hot(
      client,
      'delivery.attempt',
      `insert into delivery_attempts (organization_id, delivery_id, number, at, duration_ms, error, request, answer_status, answer)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        organizationId,
        id,
        attempt.number,
        attempt.at,
        attempt.durationMs,
        attempt.error,
        attempt.request ?? null,
        attempt.answerStatus ?? null,
        attempt.answer ?? null,
      ],
    )
    const [row] = rows
    if (outcome.status === 'sent' && row?.response_id && row.alert_id)
      await hot(
        client,
        'delivery.delivered',
        `update responses set delivered_at = clock_timestamp() where organization_id = $1 and id = $2 and delivered_at is null`,
        [organizationId, row.response_id],
      )
    if (outcome.status === 'dead' && outcome.disables && row?.target_id)
      await disableTarget(client, { organizationId, id: row.target_id, reason: outcome.disables })
  })
