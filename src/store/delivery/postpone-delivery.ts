import { pool } from '../connection'

/** Gives a claimed delivery back untried, to be taken up again in a while; `reason` is what people are told it waits for. */
export const postponeDelivery = async (
  { organizationId, id, attempt }: { organizationId: string; id: string; attempt: number },
  waitMs: number,
  reason?: string,
): Promise<void> => {
  await pool().query(
    `update deliveries set status = case when attempts > 1 then 'retrying' else 'pending' end, attempts = attempts - 1, lease_until = null,
            next_attempt_at = now() + make_interval(secs => $4), last_error = coalesce($5, last_error)
      where organization_id = $1 and id = $2 and status = 'sending' and attempts = $3`,
    [organizationId, id, attempt, waitMs / 1000, reason ?? null],
  )
}
