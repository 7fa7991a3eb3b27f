import type { PoolClient } from 'pg'
import type { DisabledReason } from '@/domain/delivery/target-kinds'
import { hot } from '../connection'

type Disabling = { organizationId: string; id: string; reason: DisabledReason }

/** What waited is dead, visible, and can be sent again by hand once the target is there again. */
export const endWaiting = async (
  client: Pick<PoolClient, 'query'>,
  organizationId: string,
  targetId: string,
  error: string,
): Promise<void> => {
  await client.query(
    `update deliveries set status = 'dead', next_attempt_at = null, lease_until = null, last_error = $3
      where organization_id = $1 and target_id = $2 and status in ('pending', 'retrying')`,
    [organizationId, targetId, error],
  )
}

/** Switches a target off, if it isn't already, with what still waited for it. */
export const disableTarget = async (client: PoolClient, { organizationId, id, reason }: Disabling): Promise<void> => {
  await hot(
    client,
    'target.disable',
    `update targets set disabled_at = now(), disabled_reason = $3, updated_at = now()
      where organization_id = $1 and id = $2 and disabled_at is null`,
    [organizationId, id, reason],
  )
  await endWaiting(client, organizationId, id, 'The target was switched off.')
}
