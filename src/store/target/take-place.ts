import type { Pace } from '@/domain/delivery/target-kinds'
import { hot, hotPool } from '../connection'

/**
 * Takes a place in a target's pace; false when it has none just now. `paced_until` runs ahead of the clock by one interval for each
 * message, and no further than the burst.
 */
export const takePlace = async (organizationId: string, id: string, { everyMs, burst }: Pace): Promise<boolean> => {
  const { rowCount } = await hot(
    hotPool(),
    'target.pace',
    `update targets set paced_until = greatest(paced_until, now()) + make_interval(secs => $3)
      where organization_id = $1 and id = $2
        and (paced_until is null or paced_until <= now() + make_interval(secs => $4))`,
    [organizationId, id, everyMs / 1000, ((burst - 1) * everyMs) / 1000],
  )
  return rowCount === 1
}
