import { pool } from '../connection'

export type OverdueCount = { touchpointId: string | null; cases: number; overdue: number }

/** Of the cases opened in the last days, how many ran out: everywhere together, or at each of some touchpoints. */
export const countOverdue = async (
  organizationId: string,
  touchpoints: 'all' | readonly string[],
  days: number,
): Promise<OverdueCount[]> => {
  const { rows } = await pool().query<OverdueCount>(
    `select case when $3::text[] is null then null else c.touchpoint_id end as "touchpointId", count(*)::int as cases,
            count(*) filter (where exists (select 1 from case_events e
              where e.organization_id = c.organization_id and e.case_id = c.id and e.type = 'run_out'))::int as overdue
       from cases c
      where c.organization_id = $1 and c.opened_at > now() - make_interval(days => $2)
        and ($3::text[] is null or c.touchpoint_id = any(array(select id from touchpoints where organization_id = $1 and key = any($3))))
      group by 1 limit 500`,
    [organizationId, days, touchpoints === 'all' ? null : touchpoints],
  )
  return rows
}

/** Messages of the last hours that could not be delivered; not those that were called off, since what they were about was deleted. */
export const countDeadDeliveries = async (organizationId: string, hours: number): Promise<number> => {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from deliveries
      where organization_id = $1 and status = 'dead' and created_at > now() - make_interval(hours => $2)
        and last_error is distinct from 'The response was deleted.'`,
    [organizationId, hours],
  )
  return rows[0]?.count ?? 0
}
