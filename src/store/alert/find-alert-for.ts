import type { CaseStatus } from '@/domain/case/case'
import { type Localized, localize } from '@/domain/localized'
import { pool } from '../connection'

/** Where an alert stands for one of the people it went to. */
export type AlertFor = {
  locale: string
  organization: Localized
  alertStatus: 'raised' | 'acknowledged' | 'muted'
  /** `events`: how many there were, for a step to name what was seen; `owner`: whose it is, a member's or a team's name */
  case: {
    number: number
    status: CaseStatus
    openedAt: Date
    dueAt: Date | null
    events: number
    owner: string | null
    isTheirs: boolean
  } | null
  /** by: a member's name, or what the acknowledgement says of itself */
  acknowledged: { at: Date; by: string } | null
}

type Row = {
  locale: string
  organization: Localized
  status: AlertFor['alertStatus']
  acknowledged_at: Date | null
  acknowledged_by: string | null
  number: number | null
  case_status: CaseStatus | null
  opened_at: Date
  due_at: Date | null
  events: number
  owner: Localized | string | null
  is_theirs: boolean
  step_at: Date | null
  step_by: string | null
}

const nameOf = (column: string) => `coalesce((select n.name from members n join users nu on nu.id = n.user_id
  where n.organization_id = a.organization_id and nu.email = ${column}), ${column})`

/** The alert as an active member with that address may see it through a link; undefined if there is no such alert or member. */
export const findAlertFor = async (organizationId: string, alertId: string, email: string): Promise<AlertFor | undefined> => {
  const { rows } = await pool().query<Row>(
    `select coalesce(u.locale, o.locale) as locale, o.name as organization, a.status, a.acknowledged_at, ${nameOf('a.acknowledged_by')} as acknowledged_by,
            c.number, c.status as case_status, c.opened_at, c.due_at, c.event_count as events, coalesce(to_jsonb(om.name), ot.name) as owner,
            c.owner_member_id is not distinct from m.id as is_theirs, e.at as step_at, ${nameOf('e.by')} as step_by
       from alerts a
       join organizations o on o.id = a.organization_id
       join members m on m.organization_id = a.organization_id and m.is_active
       join users u on u.id = m.user_id and u.email = $3
       left join cases c on c.organization_id = a.organization_id and c.id = a.case_id
       left join members om on om.organization_id = c.organization_id and om.id = c.owner_member_id
       left join teams ot on ot.organization_id = c.organization_id and ot.id = c.owner_team_id
       left join lateral (select at, by from case_events ce
         where ce.organization_id = c.organization_id and ce.case_id = c.id and ce.type in ('acknowledge', 'take', 'start')
         order by ce.sequence desc limit 1) e on true
      where a.organization_id = $1 and a.id = $2`,
    [organizationId, alertId, email],
  )
  const row = rows[0]
  if (!row) return undefined
  const [at, by] = row.number === null ? [row.acknowledged_at, row.acknowledged_by] : [row.step_at, row.step_by]
  return {
    locale: row.locale,
    organization: row.organization,
    alertStatus: row.status,
    case:
      row.number === null
        ? null
        : {
            number: row.number,
            status: row.case_status ?? 'open',
            openedAt: row.opened_at,
            dueAt: row.due_at,
            events: row.events,
            owner: row.owner === null ? null : localize(row.owner, row.locale),
            isTheirs: row.is_theirs,
          },
    acknowledged: at && by !== null ? { at, by } : null,
  }
}
