import type { CaseStatus } from '@/domain/case/case'
import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { pool } from '../connection'
import { refusedColumn } from '../delivery/refused-address'

export type CaseDetailEvent = {
  sequence: number
  type: string
  at: string
  by: string
  byName: string | null
  data: Record<string, unknown>
}

export type CaseDetail = {
  id: string
  number: number
  status: CaseStatus
  severity: Severity
  touchpointKey: string
  touchpointName: Localized
  standardResponseHours: number | null
  owner: { email: string; name: string } | { team: string; name: Localized } | null
  customer: {
    id: string
    name: string | null
    externalId: string | null
    email: string | null
    phone: string | null
    value: number | null
    locale: string | null
    unsubscribedAt: string | null
    mailRefused: { since: string; status: string | null; reason: string } | null
    attributes: Record<string, unknown>
    since: string
    responses: number
    cases: number
  } | null
  openedAt: Date
  dueAt: Date | null
  remainingMinutes: number | null
  acknowledgedAt: Date | null
  resolvedAt: Date | null
  closedAt: Date | null
  rootCause: string | null
  isFixed: boolean | null
  /** to be told whether somebody decided something since it was seen */
  eventCount: number
  organization: { name: Localized; locale: string }
  events: CaseDetailEvent[]
  deliveries: {
    id: string
    recipient: string
    recipientName: string | null
    status: string
    mode: string | null
    createdAt: string
    sentAt: string | null
    /** in whose place it was written, since their mail couldn't be delivered */
    insteadOf: string | null
  }[]
}

/** One case with its whole history. */
export const getCaseDetail = async (organizationId: string, number: number): Promise<CaseDetail | null> => {
  const { rows } = await pool().query<CaseDetail>(
    `select k.id, k.number, k.status, k.severity, t.key as "touchpointKey", t.name as "touchpointName",
            t.standard_response_hours as "standardResponseHours",
            case when m.id is not null then json_build_object('email', u.email, 'name', m.name)
                 when team.id is not null then json_build_object('team', team.key, 'name', team.name) end as owner,
            case when c.id is null then null else json_build_object('id', c.id, 'name', c.name, 'externalId', c.external_id, 'email', c.email,
              'phone', c.phone, 'value', c.value, 'locale', c.locale, 'unsubscribedAt', c.unsubscribed_at,
              'mailRefused', ${refusedColumn('c.organization_id', 'c.email')}, 'attributes', c.attributes, 'since', c.created_at,
              'responses', (select count(*)::int from responses r where r.organization_id = $1 and r.customer_id = c.id),
              'cases', (select count(*)::int from cases o where o.organization_id = $1 and o.customer_id = c.id)) end as customer,
            k.opened_at as "openedAt", k.due_at as "dueAt", k.remaining_minutes as "remainingMinutes", k.acknowledged_at as "acknowledgedAt",
            k.resolved_at as "resolvedAt", k.closed_at as "closedAt", k.root_cause as "rootCause", k.is_fixed as "isFixed",
            k.event_count as "eventCount", json_build_object('name', org.name, 'locale', org.locale) as organization,
            (select coalesce(json_agg(json_build_object('sequence', e.sequence, 'type', e.type, 'at', e.at, 'by', e.by, 'byName', em.name, 'data', e.data)
                      order by e.sequence), '[]')
               from case_events e
               left join users eu on eu.email = e.by
               left join members em on em.organization_id = e.organization_id and em.user_id = eu.id
              where e.organization_id = $1 and e.case_id = k.id) as events,
            (select coalesce(json_agg(json_build_object('id', d.id, 'recipient', d.recipient, 'recipientName', d.recipient_name, 'status', d.status,
                      'mode', d.mode, 'createdAt', d.created_at, 'sentAt', d.sent_at,
                      'insteadOf', case when d.instead_of is not null then d.why ->> 'name' end) order by d.created_at), '[]')
               from deliveries d where d.organization_id = $1 and d.case_id = k.id and d.channel <> 'webhook') as deliveries
       from cases k
       join organizations org on org.id = k.organization_id
       join touchpoints t on t.organization_id = k.organization_id and t.id = k.touchpoint_id
       left join members m on m.organization_id = k.organization_id and m.id = k.owner_member_id
       left join users u on u.id = m.user_id
       left join teams team on team.organization_id = k.organization_id and team.id = k.owner_team_id
       left join customers c on c.organization_id = k.organization_id and c.id = k.customer_id
      where k.organization_id = $1 and k.number = $2`,
    [organizationId, number],
  )
  return rows[0] ?? null
}
