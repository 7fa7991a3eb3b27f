import { pool } from '../connection'

/**
 * How well the loop closes. Seconds are medians over answers that raised an alert since `since`, imports left out; null
 * without any. `verified` counts cases by the last word on each since then, `fixed` those that were mended.
 */
export type LoopFigures = {
  open: number
  dueToday: number
  overdue: number
  toAlertSeconds: number | null
  toAcknowledgeSeconds: number | null
  fixed: number
  verified: number
}

type LoopWindow = { organizationId: string; now: Date; endOfToday: Date; since: Date }

/** A case that waits for its customer has a clock that stands, so it is never due. */
export const loopFigures = async ({ organizationId, now, endOfToday, since }: LoopWindow): Promise<LoopFigures> => {
  const { rows } = await pool().query<LoopFigures>(
    `with running as (
       select due_at, status from cases where organization_id = $1 and status in ('open', 'acknowledged', 'in_progress', 'waiting')
     ), waits as (
       select greatest(0, extract(epoch from alerted_at - submitted_at))::float8 as alert,
              greatest(0, extract(epoch from acknowledged_at - submitted_at))::float8 as acknowledge
         from responses where organization_id = $1 and submitted_at >= $4 and alerted_at is not null
          and accepted_at - submitted_at < interval '1 minute'
     ), checked as (
       select count(*) filter (where verdict)::int as fixed, count(*)::int as verified
         from cases where organization_id = $1 and verdict_at >= $4
     )
     select (select count(*)::int from running) as open,
            (select count(*)::int from running where status <> 'waiting' and due_at >= $2 and due_at < $3) as "dueToday",
            (select count(*)::int from running where status <> 'waiting' and due_at < $2) as overdue,
            (select percentile_cont(0.5) within group (order by alert) from waits) as "toAlertSeconds",
            (select percentile_cont(0.5) within group (order by acknowledge) from waits where acknowledge is not null) as "toAcknowledgeSeconds",
            checked.fixed, checked.verified
       from checked`,
    [organizationId, now, endOfToday, since],
  )
  const [figures] = rows
  if (!figures) throw new Error('the loop figures are one row')
  return figures
}
