import { v7 as uuidV7 } from 'uuid'
import type { Scope } from '../programme/transaction'

const mostTries = 5

/**
 * Writes down, with the change that asks for it, that what is counted already is to be counted anew: everywhere, or at one touchpoint.
 * A recount under way has counted by what was before, so it is given up for one of all; nothing is asked for where nothing is counted.
 */
export const countAgain = async ({ db, organizationId, by = 'system' }: Scope, touchpointId: string | null): Promise<void> => {
  const counted: unknown[] = await db.$queryRaw`select 1 from scores where organization_id = ${organizationId}::uuid limit 1`
  if (counted.length === 0) return
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const stopped = await db.$executeRaw`
      update rollup_rebuilds set state = 'cancelled', lease_until = null, finished_at = now()
       where organization_id = ${organizationId}::uuid and state in ('waiting', 'running')`
    const place = stopped > 0 ? null : touchpointId
    const added = await db.$executeRaw`
      insert into rollup_rebuilds (organization_id, id, by, touchpoint_id)
      values (${organizationId}::uuid, ${uuidV7()}::uuid, ${by}, ${place}::uuid)
      on conflict (organization_id) where state in ('waiting', 'running') do nothing`
    if (added === 1) return
  }
  throw new Error('somebody asks for recounts again and again')
}
