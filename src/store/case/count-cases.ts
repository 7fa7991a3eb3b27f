import { pool } from '../connection'

export type CaseCounts = { open: number; overdue: number; mine: number; done: number }

/** What the queue's tabs count. `mine`: running cases of a member or of their teams. */
export const countCases = async (organizationId: string, memberId: string, now: Date): Promise<CaseCounts> => {
  const { rows } = await pool().query<CaseCounts>(
    `select count(*) filter (where is_running)::int as open,
            count(*) filter (where is_running and remaining_minutes is null and due_at < $3)::int as overdue,
            count(*) filter (where is_running and (owner_member_id = $2
              or owner_team_id in (select team_id from team_members where organization_id = $1 and member_id = $2)))::int as mine,
            count(*) filter (where not is_running)::int as done
       from (select *, status in ('open', 'acknowledged', 'in_progress', 'waiting') as is_running from cases where organization_id = $1) as k`,
    [organizationId, memberId, now],
  )
  return rows[0] ?? { open: 0, overdue: 0, mine: 0, done: 0 }
}
