import { hot, hotPool, pool } from '../connection'

export type DueDelivery = { organizationId: string; id: string; attempt: number }

/** Tried, but nobody has it any more; or not tried yet, and long enough there that its job must be lost. */
const isDue = `
  status in ('pending', 'sending', 'retrying')
    and case when status = 'sending' then lease_until < now() when attempts = 0 then next_attempt_at < now() - interval '3 seconds'
             else next_attempt_at <= now() end
    and coalesce(lease_until, next_attempt_at) <= now() - make_interval(secs => $2)`

/** Mails that are due, or were left behind by a worker that died: what the queue should be asked for again. */
export const findDueDeliveries = async (limit: number, lateSeconds = 0): Promise<DueDelivery[]> => {
  const { rows } = await pool().query<DueDelivery>(
    `select organization_id as "organizationId", id, attempts as attempt from deliveries
      where not holds_line and target_id is null and ${isDue} order by next_attempt_at limit $1`,
    [limit, lateSeconds],
  )
  return rows
}

/**
 * The same of webhooks and chats: of each target's line the first alone, and those that stand in none. However many wait for a
 * target that doesn't answer, they are one here.
 */
export const findDueTargetDeliveries = async (limit: number, lateSeconds = 0): Promise<DueDelivery[]> => {
  const { rows } = await pool().query<DueDelivery>(
    `(select first.organization_id as "organizationId", first.id, first.attempts as attempt from targets t
       cross join lateral (select * from deliveries d where d.organization_id = t.organization_id and d.target_id = t.id and d.holds_line
         and d.status in ('pending', 'sending', 'retrying') order by d.id limit 1) as first
      where case when first.status = 'sending' then first.lease_until < now() else first.next_attempt_at <= now() end
        and coalesce(first.lease_until, first.next_attempt_at) <= now() - make_interval(secs => $2)
      order by first.next_attempt_at limit $1)
     union all
     (select organization_id, id, attempts from deliveries
       where not holds_line and target_id is not null and ${isDue} order by next_attempt_at limit $1)`,
    [limit, lateSeconds],
  )
  return rows
}

/** The first that waits in a target's line; undefined where nothing does. */
export const findFirstInLine = async (organizationId: string, targetId: string): Promise<DueDelivery | undefined> => {
  const { rows } = await hot<DueDelivery>(
    hotPool(),
    'delivery.first-in-line',
    `select organization_id as "organizationId", id, attempts as attempt from deliveries
      where organization_id = $1 and target_id = $2 and holds_line and status in ('pending', 'sending', 'retrying') order by id limit 1`,
    [organizationId, targetId],
  )
  return rows[0]
}
