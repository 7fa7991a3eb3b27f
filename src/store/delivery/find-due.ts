import { pool } from '../connection'

/** Deliveries that are due, or were left behind by a worker that died: what the queue should be asked for again. */
export const findDueDeliveries = async (
  limit: number,
  lateSeconds = 0,
): Promise<{ organizationId: string; id: string; attempt: number }[]> => {
  const { rows } = await pool().query<{ organization_id: string; id: string; attempts: number }>(
    `select organization_id, id, attempts from deliveries
      where status in ('pending', 'sending', 'retrying')
        and case when status = 'sending' then lease_until < now() when attempts = 0 then next_attempt_at < now() - interval '3 seconds'
                 else next_attempt_at <= now() end
        and coalesce(lease_until, next_attempt_at) <= now() - make_interval(secs => $2)
      order by next_attempt_at limit $1`,
    [limit, lateSeconds],
  )
  return rows.map((row) => ({ organizationId: row.organization_id, id: row.id, attempt: row.attempts }))
}
