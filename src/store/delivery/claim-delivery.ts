import { log } from '@/observe/logger'
import { hot, hotPool, pool, withTransaction } from '../connection'

export type ClaimedDelivery = {
  organizationId: string
  id: string
  /** alert, case, customer, invite, password, test */
  kind: string
  attempt: number
  recipient: string
  recipientName: string | null
  locale: string
  alertId: string | null
  /** `past` from the start: history, not to be sent */
  mode: string | null
  subject: string | null
  text: string | null
  html: string | null
  responseId: string | null
  /** of a message about a case: which, and the event that called for it */
  caseId: string | null
  caseEvent: number | null
  memberId: string | null
  /** of a test; version 0 is the draft */
  surveyId: string | null
  surveyVersion: number | null
  createdAt: Date
}

/** After it another worker takes over; renewed while the first is still at it. */
const leaseSeconds = 90

/**
 * Takes a due delivery for sending, so that nobody else does; undefined when it isn't due, or somebody has it. A
 * worker that dies while sending leaves a lease that runs out.
 */
export const claimDelivery = async (organizationId: string, id: string): Promise<ClaimedDelivery | undefined> => {
  const { rows } = await hot<ClaimedDelivery>(
    hotPool(),
    'delivery.claim',
    `update deliveries set status = 'sending', attempts = attempts + 1, lease_until = now() + make_interval(secs => $3)
      where organization_id = $1 and id = $2 and ((status in ('pending', 'retrying') and next_attempt_at <= now())
         or (status = 'sending' and lease_until < now()))
     returning organization_id as "organizationId", id, kind, attempts as attempt, recipient, recipient_name as "recipientName", locale,
               alert_id as "alertId", mode, subject, text, html, response_id as "responseId", case_id as "caseId", case_event as "caseEvent",
               member_id as "memberId", survey_id as "surveyId", survey_version as "surveyVersion", created_at as "createdAt"`,
    [organizationId, id, leaseSeconds],
  )
  return rows[0]
}

/** Keeps a claim alive while the message is being sent. A failure only lets the lease run out, so it is logged. */
export const renewLease = async (organizationId: string, id: string, attempt: number): Promise<void> => {
  await pool()
    .query(
      `update deliveries set lease_until = now() + make_interval(secs => $4)
        where organization_id = $1 and id = $2 and status = 'sending' and attempts = $3`,
      [organizationId, id, attempt, leaseSeconds],
    )
    .catch((err: unknown) => log().warn({ err }, 'a delivery’s lease was not renewed'))
}

/**
 * Keeps the message as it will leave: the same words at every retry, and on the Deliveries screen. Not where its response was deleted
 * while it was being written.
 */
export const saveMessage = async (
  { organizationId, id, responseId }: Pick<ClaimedDelivery, 'organizationId' | 'id' | 'responseId'>,
  message: { subject: string; text: string; html: string },
): Promise<void> => {
  await pool().query(
    `update deliveries set subject = $3, text = $4, html = $5
      where organization_id = $1 and id = $2 and response_id is not distinct from $6::uuid`,
    [organizationId, id, message.subject, message.text, message.html, responseId],
  )
}

export type Attempt = { number: number; at: Date; durationMs: number; error: string | null }

export type Outcome =
  | { status: 'sent'; mode: 'smtp' | 'captured' | 'past' }
  | { status: 'retrying'; nextAttemptAt: Date; error: string }
  | { status: 'dead'; error: string }

/** Writes what came of an attempt: the attempt itself, the delivery's state, and the response's first delivery. */
export const saveOutcome = (organizationId: string, id: string, attempt: Attempt, outcome: Outcome): Promise<void> =>
  withTransaction(async (client) => {
    const { rows } = await hot<{ response_id: string | null }>(
      client,
      'delivery.outcome',
      `update deliveries set status = $3, mode = coalesce($4, mode), next_attempt_at = $5, last_error = $6, lease_until = null,
              sent_at = case when $3 = 'sent' then clock_timestamp() else sent_at end
        where organization_id = $1 and id = $2 and status = 'sending' and attempts = $7 returning response_id`,
      [
        organizationId,
        id,
        outcome.status,
        outcome.status === 'sent' ? outcome.mode : null,
        outcome.status === 'retrying' ? outcome.nextAttemptAt : null,
        outcome.status === 'sent' ? null : outcome.error,
        attempt.number,
      ],
    )
    await hot(
      client,
      'delivery.attempt',
      `insert into delivery_attempts (organization_id, delivery_id, number, at, duration_ms, error) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [organizationId, id, attempt.number, attempt.at, attempt.durationMs, attempt.error],
    )
    if (outcome.status === 'sent' && rows[0]?.response_id)
      await hot(
        client,
        'delivery.delivered',
        `update responses set delivered_at = clock_timestamp() where organization_id = $1 and id = $2 and delivered_at is null`,
        [organizationId, rows[0].response_id],
      )
  })
