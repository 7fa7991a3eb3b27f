import { type Failure, fail } from '@/domain/errors'
import { pool } from '../connection'

/**
 * Makes a dead (or retrying) delivery due at once. What was sent is not sent again. A dead one that stood in its target's line was
 * passed long ago; it goes beside the line now.
 */
export const makeDue = async (
  organizationId: string,
  id: string,
): Promise<{ attempt: number; isOfTarget: boolean } | Failure> => {
  const { rows } = await pool().query<{ attempts: number; isOfTarget: boolean; changed: boolean }>(
    `with changed as (
       update deliveries set status = 'retrying', next_attempt_at = now(), last_error = null, holds_line = holds_line and status <> 'dead'
        where organization_id = $1 and id = $2 and status in ('dead', 'retrying', 'suppressed') returning id)
     select attempts, target_id is not null as "isOfTarget", exists (select 1 from changed) as changed from deliveries where organization_id = $1 and id = $2`,
    [organizationId, id],
  )
  const row = rows[0]
  if (!row) return fail('not_found', 'There is no such delivery.')
  return row.changed
    ? { attempt: row.attempts, isOfTarget: row.isOfTarget }
    : fail('not_replayable', 'Only a delivery that is dead, suppressed or being retried can be replayed.')
}
