import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export type PlaceOwner = { email: string; name: string } | { team: string; name: Localized }

/** `alertsPerDay`: the messages that the member gets a day, where that isn't the organization's to say */
export type Place = { owner: PlaceOwner | null; alertsPerDay: number | null }

/** Who answers for each touchpoint by its id, archived ones too; nobody where it has no owner. */
export const listPlaceOwners = async (organizationId: string): Promise<Map<string, Place>> => {
  const { rows } = await pool().query<Place & { id: string }>(
    `select t.id, m.alerts_per_day as "alertsPerDay", case when m.id is not null then json_build_object('email', u.email, 'name', m.name)
                       when g.id is not null then json_build_object('team', g.key, 'name', g.name) end as owner
       from touchpoints t
       left join members m on m.organization_id = t.organization_id and m.id = t.owner_member_id
       left join users u on u.id = m.user_id
       left join teams g on g.organization_id = t.organization_id and g.id = t.owner_team_id
      where t.organization_id = $1`,
    [organizationId],
  )
  return new Map(rows.map(({ id, ...place }) => [id, place]))
}
