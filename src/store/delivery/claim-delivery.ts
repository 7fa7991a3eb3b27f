import type { Why } from '@/domain/alert/why'
import { log } from '@/observe/logger'
import { hot, hotPool, pool } from '../connection'

export type ClaimedDelivery = {
  organizationId: string
  id: string
  /** alert, event, case, customer, invite, password, test, target_test */
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
  caseSequence: number | null
  memberId: string | null
  /** of a test; version 0 is the draft */
  surveyId: string | null
  surveyVersion: number | null
  /** the webhook or chat that it goes to; null for a mail */
  targetId: string | null
  event: string | null
  /** unless the rule names whom it goes to */
  why: Why | null
  createdAt: Date
}

/** As a delivery's row is read. */
export const deliveryColumns = `organization_id as "organizationId", id, kind, attempts as attempt, recipient, recipient_name as "recipientName",
  locale, alert_id as "alertId", mode, subject, text, html, response_id as "responseId", case_id as "caseId", member_id as "memberId",
  survey_id as "surveyId", survey_version as "surveyVersion", target_id as "targetId", event, case_sequence as "caseSequence",
  created_at as "createdAt", why`

/** After it another worker takes over; renewed while the first is still at it. A target is given ten seconds to answer. */
const leaseSeconds = 'case when target_id is null then 90 else 30 end'

/** Makes a delivery somebody's. A worker that dies while sending leaves a lease that runs out. */
export const claiming = `status = 'sending', attempts = attempts + 1, lease_until = now() + make_interval(secs => ${leaseSeconds})`

/** One that its time has come for and that nobody has. */
export const isDue = `((status in ('pending', 'retrying') and next_attempt_at <= now()) or (status = 'sending' and lease_until < now()))`

/** Takes a mail that is due, so that nobody else sends it; undefined when it isn't due, or somebody has it. */
export const claimMail = async (organizationId: string, id: string): Promise<ClaimedDelivery | undefined> => {
  const { rows } = await hot<ClaimedDelivery>(
    hotPool(),
    'delivery.claim',
    `update deliveries set ${claiming} where organization_id = $1 and id = $2 and target_id is null and ${isDue} returning ${deliveryColumns}`,
    [organizationId, id],
  )
  return rows[0]
}

/** Keeps a claim alive while the message is being sent. A failure only lets the lease run out, so it is logged. */
export const renewLease = async (organizationId: string, id: string, attempt: number): Promise<void> => {
  await pool()
    .query(
      `update deliveries set lease_until = now() + make_interval(secs => ${leaseSeconds})
        where organization_id = $1 and id = $2 and status = 'sending' and attempts = $3`,
      [organizationId, id, attempt],
    )
    .catch((err: unknown) => log().warn({ err }, 'a delivery’s lease was not renewed'))
}

/**
 * Keeps the message as it will leave: the same words at every retry, and on the Deliveries screen. Not where its response was deleted
 * while it was being written, nor once somebody else has taken the delivery.
 */
export const saveMessage = async (
  { organizationId, id, responseId, attempt }: Pick<ClaimedDelivery, 'organizationId' | 'id' | 'responseId' | 'attempt'>,
  message: { subject: string; text: string; html: string | null },
): Promise<void> => {
  await hot(
    hotPool(),
    'delivery.write',
    `update deliveries set subject = $3, text = $4, html = $5
      where organization_id = $1 and id = $2 and response_id is not distinct from $6::uuid and attempts = $7`,
    [organizationId, id, message.subject, message.text, message.html, responseId, attempt],
  )
}
