import { pool } from '../connection'
import { bounceColumn, type DeliveryRow } from './list-delivery-rows'

export type DeliveryDetail = DeliveryRow & {
  locale: string
  text: string | null
  html: string | null
  responseId: string | null
  /** of a mail about a case, the type of the event that called for it */
  caseEvent: string | null
  /** the message in whose place this one was written, and whose it was */
  insteadOf: { id: string; name: string } | null
  /** who was told in this one's place, since its recipient couldn't get it */
  toldInstead: { id: string; name: string }[]
  attemptRows: {
    number: number
    at: string
    durationMs: number
    error: string | null
    /** of a webhook or a chat: the request's head, and what came back */
    request: string | null
    status: number | null
    answer: string | null
  }[]
}

export const getDeliveryDetail = async (organizationId: string, id: string): Promise<DeliveryDetail | null> => {
  const { rows } = await pool().query<DeliveryDetail>(
    `select d.id, d.kind, d.channel, d.recipient, d.recipient_name as "recipientName", d.status, d.mode, d.attempts, d.subject,
            d.last_error as "lastError", k.number as "caseNumber", d.created_at as "createdAt", d.sent_at as "sentAt",
            d.next_attempt_at as "nextAttemptAt", d.locale, d.text, d.html, d.response_id as "responseId", d.event, ${bounceColumn}, e.type as "caseEvent",
            (select json_build_object('id', o.id, 'name', coalesce(o.recipient_name, o.recipient)) from deliveries o
              where o.organization_id = d.organization_id and o.id = d.instead_of) as "insteadOf",
            (select coalesce(json_agg(json_build_object('id', n.id, 'name', coalesce(n.recipient_name, n.recipient)) order by n.created_at, n.recipient), '[]')
               from deliveries n where n.organization_id = d.organization_id and n.instead_of = d.id) as "toldInstead",
            (select coalesce(json_agg(json_build_object('number', number, 'at', at, 'durationMs', duration_ms, 'error', error, 'request', request,
                      'status', answer_status, 'answer', answer) order by number), '[]')
               from delivery_attempts a where a.organization_id = d.organization_id and a.delivery_id = d.id) as "attemptRows"
       from deliveries d left join cases k on k.organization_id = d.organization_id and k.id = d.case_id
       left join case_events e on e.organization_id = d.organization_id and e.case_id = d.case_id and e.sequence = d.case_sequence
      where d.organization_id = $1 and d.id = $2`,
    [organizationId, id],
  )
  return rows[0] ?? null
}
