import type { ChatApp, Pace, TargetChannel } from '@/domain/delivery/target-kinds'
import { hot, hotPool } from '../connection'

/** A target as messages are sent to it, with its secrets. */
export type LoadedTarget = {
  channel: TargetChannel
  key: string
  url: string
  app: ChatApp | null
  secret: string | null
  /** only while it still signs along */
  formerSecret: string | null
  disabledAt: Date | null
  removedAt: Date | null
}

export const loadTarget = async (organizationId: string, id: string): Promise<LoadedTarget | undefined> => {
  const { rows } = await hot<LoadedTarget>(
    hotPool(),
    'target.load',
    `select channel, key, url, app, secret, case when former_until > now() then former_secret end as "formerSecret",
            disabled_at as "disabledAt", removed_at as "removedAt"
       from targets where organization_id = $1 and id = $2`,
    [organizationId, id],
  )
  return rows[0]
}

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
