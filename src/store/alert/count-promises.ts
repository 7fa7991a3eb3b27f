import type { OverdueCount } from '@/domain/alert/judge-counts'
import { pool } from '../connection'

type Since = { organizationId: string; from: Date }

/** Deliveries that were called off, since what they were about was deleted, are no trouble. */
export const isTrouble = `last_error is distinct from 'The response was deleted.'`

/** Of the cases opened after an instant, how many ran out: everywhere together, or at each of some touchpoints. */
export const countOverdue = async (
  { organizationId, from }: Since,
  touchpoints: 'all' | readonly string[],
): Promise<OverdueCount[]> => {
  const { rows } = await pool().query<OverdueCount>(
    `select case when $3::text[] is null then null else c.touchpoint_id end as "touchpointId", count(*)::int as cases,
            count(*) filter (where exists (select 1 from case_events e
              where e.organization_id = c.organization_id and e.case_id = c.id and e.type = 'run_out'))::int as overdue
       from cases c
      where c.organization_id = $1 and c.opened_at > $2
        and ($3::text[] is null or c.touchpoint_id = any(array(select id from touchpoints where organization_id = $1 and key = any($3))))
      group by 1 limit 500`,
    [organizationId, from, touchpoints === 'all' ? null : touchpoints],
  )
  return rows
}

/** Messages written after an instant that could not be delivered. */
export const countDeadDeliveries = async ({ organizationId, from }: Since): Promise<number> => {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from deliveries
      where organization_id = $1 and status = 'dead' and created_at > $2 and ${isTrouble}`,
    [organizationId, from],
  )
  return rows[0]?.count ?? 0
}
