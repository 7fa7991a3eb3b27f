import { pool } from '../connection'
import type { WorkKey, WorkTable } from './claim-work'

/**
 * Work that waits, and work whose worker died, oldest first; only what has been due for `lateSeconds`. With the number of the
 * attempt before, which tells one turn's job from the next one's.
 */
export const findDueWork = async (
  table: WorkTable,
  limit: number,
  lateSeconds = 0,
): Promise<(WorkKey & { attempt: number })[]> => {
  const { rows } = await pool().query<WorkKey & { attempt: number }>(
    `select organization_id as "organizationId", id, attempts as attempt from ${table}
      where state in ('waiting', 'running') and coalesce(lease_until, created_at) < now() - make_interval(secs => $2)
      order by created_at limit $1`,
    [limit, lateSeconds],
  )
  return rows
}
