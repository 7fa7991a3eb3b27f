import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** What one owner has to do: `owner` is an email, a team's key, or none for nobody's. */
export type Load = { owner: string; name: Localized | null; open: number; overdue: number }

/** Running cases by whose they are, the fullest hands first; thirty at most. */
export const countLoad = async (organizationId: string, now: Date): Promise<Load[]> => {
  const { rows } = await pool().query<Load>(
    `with load as (
       select owner_member_id, owner_team_id, count(*)::int as open,
              count(*) filter (where remaining_minutes is null and due_at < $2)::int as overdue
         from cases where organization_id = $1 and status in ('open', 'acknowledged', 'in_progress', 'waiting')
        group by 1, 2 order by open desc limit 30)
     select coalesce(u.email, team.key, 'none') as owner, coalesce(to_jsonb(m.name), team.name) as name, l.open, l.overdue
       from load l
       left join members m on m.organization_id = $1 and m.id = l.owner_member_id
       left join users u on u.id = m.user_id
       left join teams team on team.organization_id = $1 and team.id = l.owner_team_id
      order by l.open desc, 1`,
    [organizationId, now],
  )
  return rows
}
