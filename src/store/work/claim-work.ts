import { type WorkFault, workFaults } from '@/domain/work'
import { isDatabaseDown, pool } from '../connection'

/** The tables whose rows are long work; they share the columns that say whose turn it is. */
export type WorkTable = 'exports' | 'rollup_rebuilds'
export type WorkKey = { organizationId: string; id: string }
export type WorkTurn = WorkKey & { attempt: number }

/** After it another worker takes over; renewed every few seconds while the first is still at it. */
const leaseSeconds = 30
/** So many workers may die over it before it is given up: it may be what kills them. */
const mostAttempts = 5

/**
 * Takes work that waits, or whose worker died, so that nobody else does; answers the number of the attempt. Undefined when it isn't
 * due, somebody has it, or it was tried too often: then it has failed.
 */
export const claimWork = async (table: WorkTable, { organizationId, id }: WorkKey): Promise<number | undefined> => {
  const { rows } = await pool().query<{ state: string; attempt: number }>(
    `update ${table} set attempts = attempts + 1, state = case when attempts < $4 then 'running' else 'failed' end,
            error = case when attempts < $4 then null else 'given_up' end,
            finished_at = case when attempts < $4 then null else now() end,
            started_at = coalesce(started_at, now()), lease_until = now() + make_interval(secs => $3)
      where organization_id = $1 and id = $2 and (state = 'waiting' or (state = 'running' and lease_until < now()))
     returning state, attempts as attempt`,
    [organizationId, id, leaseSeconds, mostAttempts],
  )
  return rows[0]?.state === 'running' ? rows[0].attempt : undefined
}

/** What only the attempt that has the work may write. */
const mine = `organization_id = $1 and id = $2 and state = 'running' and attempts = $3`

/** Notes how far it is and keeps it one's own; false when it was cancelled, or another worker has it. */
export const keepWork = async (
  table: WorkTable,
  { organizationId, id, attempt }: WorkTurn,
  { done, total }: { done: number; total: number | null },
): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update ${table} set done = $4, total = coalesce($5, total), lease_until = now() + make_interval(secs => $6) where ${mine}`,
    [organizationId, id, attempt, done, total, leaseSeconds],
  )
  return rowCount === 1
}

/** Gives it back unfinished, for the next worker to begin with at once: this one is asked to stop. */
export const releaseWork = async (table: WorkTable, { organizationId, id, attempt }: WorkTurn): Promise<void> => {
  await pool().query(`update ${table} set state = 'waiting', lease_until = null, attempts = attempts - 1 where ${mine}`, [
    organizationId,
    id,
    attempt,
  ])
}

export const failWork = async (table: WorkTable, { organizationId, id, attempt }: WorkTurn, error: string): Promise<void> => {
  await pool().query(`update ${table} set state = 'failed', error = $4, lease_until = null, finished_at = now() where ${mine}`, [
    organizationId,
    id,
    attempt,
    error,
  ])
}

/** Why an attempt came to nothing; undefined when the next one may well succeed. An error may name its fault as its `code`. */
export const faultOf = (error: unknown): WorkFault | undefined => {
  const { code } = error as { code?: string }
  if (workFaults.some((fault) => fault === code)) return code as WorkFault
  if (code === '57014') return 'too_slow'
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return 'no_space'
  return isDatabaseDown(error) ? undefined : 'unexpected'
}
