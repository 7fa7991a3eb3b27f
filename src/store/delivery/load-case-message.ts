import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { pool } from '../connection'

/** What a mail about a case is made from: the case, the event that called for the mail, and who did it. */
export type CaseMessage = {
  organization: { name: Localized; locale: string; timeZone: string }
  number: number
  severity: Severity
  dueAt: Date | null
  touchpoint: Localized
  owner: Localized | null
  customer: { id: string; name: string | null; unsubscribedAt: Date | null } | null
  comment: string | null
  event: { type: string; by: string; byName: string | null; byEmail: string | null; data: Record<string, unknown> }
}

type Row = Omit<CaseMessage, 'organization' | 'customer' | 'event'> & {
  organizationName: Localized
  locale: string
  timeZone: string
  customerId: string | null
  customerName: string | null
  unsubscribedAt: Date | null
  type: string
  by: string
  byName: string | null
  byEmail: string | null
  data: Record<string, unknown>
}

/** Undefined if the case or the event is gone. */
export const loadCaseMessage = async (
  organizationId: string,
  caseId: string,
  event: number,
): Promise<CaseMessage | undefined> => {
  const { rows } = await pool().query<Row>(
    `select o.name as "organizationName", o.locale, o.time_zone as "timeZone", k.number, k.severity, k.due_at as "dueAt", t.name as touchpoint,
            case when om.id is not null then to_jsonb(om.name) else team.name end as owner,
            c.id as "customerId", c.name as "customerName", c.unsubscribed_at as "unsubscribedAt",
            e.type, e.by, em.name as "byName", eu.email as "byEmail", e.data,
            (select left(a.text, 2000) from case_responses cr
               join answers a on a.organization_id = cr.organization_id and a.response_id = cr.response_id and a.kind = 'text' and a.text <> ''
              where cr.organization_id = k.organization_id and cr.case_id = k.id order by cr.response_id desc, length(a.text) desc limit 1) as comment
       from cases k
       join organizations o on o.id = k.organization_id
       join touchpoints t on t.organization_id = k.organization_id and t.id = k.touchpoint_id
       join case_events e on e.organization_id = k.organization_id and e.case_id = k.id and e.sequence = $3
       left join members om on om.organization_id = k.organization_id and om.id = k.owner_member_id
       left join teams team on team.organization_id = k.organization_id and team.id = k.owner_team_id
       left join customers c on c.organization_id = k.organization_id and c.id = k.customer_id
       left join users eu on eu.email = e.by
       left join members em on em.organization_id = k.organization_id and em.user_id = eu.id
      where k.organization_id = $1 and k.id = $2`,
    [organizationId, caseId, event],
  )
  const row = rows[0]
  if (!row) return undefined
  const {
    organizationName,
    locale,
    timeZone,
    customerId,
    customerName,
    unsubscribedAt,
    type,
    by,
    byName,
    byEmail,
    data,
    ...rest
  } = row
  return {
    ...rest,
    organization: { name: organizationName, locale, timeZone },
    customer: customerId === null ? null : { id: customerId, name: customerName, unsubscribedAt },
    // Somebody of another organization may have that address too; only one's own are named.
    event: { type, by, byName, byEmail: byName === null ? null : byEmail, data },
  }
}
