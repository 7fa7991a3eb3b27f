import { pool } from '../connection'

export type DeliveryRow = {
  id: string
  kind: string
  channel: string
  recipient: string
  recipientName: string | null
  status: string
  mode: string | null
  attempts: number
  subject: string | null
  lastError: string | null
  caseNumber: number | null
  /** what a webhook is told */
  event: string | null
  /** how it came back, the last time */
  bounce: { status: string | null; reason: string; marks: boolean; at: string } | null
  createdAt: Date
  sentAt: Date | null
  nextAttemptAt: Date | null
}

/** As a column, of a delivery `d`. */
export const bounceColumn = `(select json_build_object('status', b.status, 'reason', b.reason, 'marks', b.marks,
    'at', to_char(b.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) from bounces b
  where b.organization_id = d.organization_id and b.delivery_id = d.id order by b.at desc limit 1) as bounce`

export type DeliveryFilter = {
  organizationId: string
  limit: number
  statuses?: readonly string[] | undefined
  /** only those to one webhook or chat: its channel and key */
  target?: { channel: string; key: string } | undefined
  after?: { createdAt: Date; id: string } | undefined
}

/** Newest first, one more than `limit` where there is a next page. */
export const listDeliveryRows = async ({
  organizationId,
  limit,
  statuses,
  target,
  after,
}: DeliveryFilter): Promise<DeliveryRow[]> => {
  const { rows } = await pool().query<DeliveryRow>(
    `select d.id, d.kind, d.channel, d.recipient, d.recipient_name as "recipientName", d.status, d.mode, d.attempts, d.subject,
            d.last_error as "lastError", k.number as "caseNumber", d.created_at as "createdAt", d.sent_at as "sentAt",
            d.next_attempt_at as "nextAttemptAt", d.event, ${bounceColumn}
       from deliveries d left join cases k on k.organization_id = d.organization_id and k.id = d.case_id
      where d.organization_id = $1 and ($3::text[] is null or d.status = any($3))
        and ($4::timestamptz is null or (d.created_at, d.id) < ($4, $5::uuid))
        and ($6::text is null or d.target_id = (select id from targets where organization_id = $1 and channel = $6 and key = $7))
      order by d.created_at desc, d.id desc limit $2`,
    [
      organizationId,
      limit + 1,
      statuses ?? null,
      after?.createdAt ?? null,
      after?.id ?? null,
      target?.channel ?? null,
      target?.key ?? null,
    ],
  )
  return rows
}
