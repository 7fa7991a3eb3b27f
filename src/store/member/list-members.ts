import type { Localized } from '@/domain/localized'
import type { BusinessHours } from '@/domain/organization/business-hours'
import { pool } from '../connection'
import { type RefusedAddress, refusedColumn } from '../delivery/refused-address'

export type MemberRow = {
  id: string
  name: string
  email: string
  role: string
  isActive: boolean
  hasPassword: boolean
  invitedAt: Date | null
  teamKeys: string[]
  /** touchpoints on the map and open cases that they answer for */
  touchpoints: number
  openCases: number
  teams: Localized[]
  /** their own; null: the organization's */
  workingHours: BusinessHours | null
  timeZone: string | null
  alertsPerDay: number | null
  /** their mailbox takes no mail */
  refused: (Pick<RefusedAddress, 'status' | 'reason'> & { since: string }) | null
  /** the absence that is on or to come */
  away: { from: Date; until: Date; isNow: boolean; deputy: { email: string; name: string } | null } | null
}

type Row = Omit<MemberRow, 'away'> & {
  awayFrom: Date | null
  awayUntil: Date | null
  isAway: boolean
  deputyName: string | null
  deputyEmail: string | null
}

export const listMembers = async (organizationId: string): Promise<MemberRow[]> => {
  const { rows } = await pool().query<Row>(
    `select m.id, m.name, u.email, m.role, m.is_active as "isActive", u.password_hash is not null as "hasPassword",
            m.invited_at as "invitedAt", m.working_hours as "workingHours", m.time_zone as "timeZone", m.alerts_per_day as "alertsPerDay",
            ${refusedColumn('m.organization_id', 'u.email')} as refused,
            array(select t.key from team_members tm join teams t on t.organization_id = tm.organization_id and t.id = tm.team_id
              where tm.organization_id = m.organization_id and tm.member_id = m.id order by 1) as "teamKeys",
            (select count(*)::int from touchpoints t where t.organization_id = m.organization_id and t.owner_member_id = m.id) as touchpoints,
            (select count(*)::int from cases c where c.organization_id = m.organization_id and c.owner_member_id = m.id
                and c.status in ('open', 'acknowledged', 'in_progress', 'waiting')) as "openCases",
            (select coalesce(json_agg(t.name order by t.key), '[]') from team_members tm
               join teams t on t.organization_id = tm.organization_id and t.id = tm.team_id
              where tm.organization_id = m.organization_id and tm.member_id = m.id) as teams,
            m.away_from as "awayFrom", m.away_until as "awayUntil", m.away_from <= now() as "isAway", d.name as "deputyName", du.email as "deputyEmail"
       from members m join users u on u.id = m.user_id
       left join members d on d.organization_id = m.organization_id and d.id = m.deputy_member_id
       left join users du on du.id = d.user_id
      where m.organization_id = $1 order by m.is_active desc, m.name limit 500`,
    [organizationId],
  )
  return rows.map(({ awayFrom, awayUntil, isAway, deputyName, deputyEmail, ...member }) => ({
    ...member,
    away:
      awayFrom && awayUntil && awayUntil.getTime() > Date.now()
        ? {
            ...{ from: awayFrom, until: awayUntil, isNow: isAway },
            deputy: deputyEmail === null ? null : { email: deputyEmail, name: deputyName ?? deputyEmail },
          }
        : null,
  }))
}
