import type { CaseStatus } from '@/domain/case/case'
import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { hot, hotPool, pool } from '../connection'

export type CaseOwner = { email: string; name: string } | { team: string; name: Localized } | null

/** A case as the API answers it; times are Dates. */
export type CaseView = {
  id: string
  number: number
  status: CaseStatus
  severity: Severity
  touchpoint: string
  owner: CaseOwner
  customer: { externalId: string | null; name: string | null; email: string | null; phone: string | null } | null
  responses: string[]
  alerts: string[]
  openedAt: Date
  dueAt: Date | null
  acknowledgedAt: Date | null
  resolvedAt: Date | null
  verifiedAt: Date | null
  closedAt: Date | null
  rootCause: string | null
  isFixed: boolean | null
  events: ({ type: string; at: string; by: string } & Record<string, unknown>)[]
}

/** A case's columns, the same in the list and alone. */
const columns = `
  c.id, c.number, c.status, c.severity, t.key as touchpoint,
  case when m.id is not null then json_build_object('email', u.email, 'name', m.name)
       when tm.id is not null then json_build_object('team', tm.key, 'name', tm.name) end as owner,
  case when cu.id is not null then json_build_object('externalId', cu.external_id, 'name', cu.name, 'email', cu.email, 'phone', cu.phone) end as customer,
  array(select cr.response_id::text from case_responses cr where cr.organization_id = c.organization_id and cr.case_id = c.id order by 1) as responses,
  array(select a.id::text from alerts a where a.organization_id = c.organization_id and a.case_id = c.id order by a.raised_at) as alerts,
  c.opened_at as "openedAt", c.due_at as "dueAt", c.acknowledged_at as "acknowledgedAt", c.resolved_at as "resolvedAt",
  c.verified_at as "verifiedAt", c.closed_at as "closedAt", c.root_cause as "rootCause", c.is_fixed as "isFixed",
  coalesce((select json_agg(e.data || jsonb_build_object('type', e.type, 'by', e.by,
      'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by e.sequence)
    from case_events e where e.organization_id = c.organization_id and e.case_id = c.id), '[]') as events`

const joins = `
  join touchpoints t on t.organization_id = c.organization_id and t.id = c.touchpoint_id
  left join members m on m.organization_id = c.organization_id and m.id = c.owner_member_id
  left join users u on u.id = m.user_id
  left join teams tm on tm.organization_id = c.organization_id and tm.id = c.owner_team_id
  left join customers cu on cu.organization_id = c.organization_id and cu.id = c.customer_id`

/** One case of the organization with its events, by number or id; undefined if it has none such. */
export const getCase = async (organizationId: string, by: { number: number } | { id: string }): Promise<CaseView | undefined> => {
  const [column, value] = 'number' in by ? ['number', by.number] : ['id', by.id]
  const { rows } = await hot<CaseView>(
    hotPool(),
    `case.by-${column}`,
    `select ${columns} from cases c ${joins} where c.organization_id = $1 and c.${column} = $2`,
    [organizationId, value],
  )
  return rows[0]
}

export type CaseFilter = {
  status?: readonly string[] | undefined
  touchpoint?: string | undefined
  owner?: string | undefined
  response?: string | undefined
}

/** Cases, newest first; `after` is the number of the last one seen. */
export const listCases = async (
  organizationId: string,
  filter: CaseFilter,
  { limit, after }: { limit: number; after?: number | undefined },
): Promise<CaseView[]> => {
  const { rows } = await pool().query<CaseView>(
    `select ${columns} from cases c ${joins}
      where c.organization_id = $1 and ($2::int is null or c.number < $2) and ($3::text[] is null or c.status = any($3))
        and ($4::text is null or t.key = $4) and ($5::text is null or u.email = $5 or tm.key = $5)
        and ($6::uuid is null or exists (select 1 from case_responses cr
             where cr.organization_id = c.organization_id and cr.case_id = c.id and cr.response_id = $6))
      order by c.number desc limit $7`,
    [
      organizationId,
      after ?? null,
      filter.status ?? null,
      filter.touchpoint ?? null,
      filter.owner ?? null,
      filter.response ?? null,
      limit,
    ],
  )
  return rows
}
