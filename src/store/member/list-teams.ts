import type { Localized } from '@/domain/localized'
import type { TeamRouting } from '@/domain/organization/schema'
import { pool } from '../connection'

export type TeamRow = {
  key: string
  name: Localized
  routing: TeamRouting
  /** what the settings name it for: alerts that reach nobody else, overdue cases */
  namedFor: ('fallback' | 'escalation')[]
  members: { email: string; name: string; isActive: boolean }[]
  touchpoints: number
  openCases: number
}

export const listTeams = async (organizationId: string): Promise<TeamRow[]> => {
  const { rows } = await pool().query<TeamRow>(
    `select t.key, t.name, t.routing,
            array_remove(array[
              case when o.alert_policy ->> 'fallback' = 'team:' || t.key then 'fallback' end,
              case when o.case_policy -> 'escalation' @> jsonb_build_array(jsonb_build_object('to', 'team:' || t.key)) then 'escalation' end], null) as "namedFor",
            (select coalesce(json_agg(json_build_object('email', u.email, 'name', m.name, 'isActive', m.is_active) order by m.name), '[]')
               from team_members tm
               join members m on m.organization_id = tm.organization_id and m.id = tm.member_id
               join users u on u.id = m.user_id
              where tm.organization_id = t.organization_id and tm.team_id = t.id) as members,
            (select count(*)::int from touchpoints p where p.organization_id = t.organization_id and p.owner_team_id = t.id) as touchpoints,
            (select count(*)::int from cases c where c.organization_id = t.organization_id and c.owner_team_id = t.id
                and c.status in ('open', 'acknowledged', 'in_progress', 'waiting')) as "openCases"
       from teams t join organizations o on o.id = t.organization_id where t.organization_id = $1 order by t.created_at, t.key limit 500`,
    [organizationId],
  )
  return rows
}
