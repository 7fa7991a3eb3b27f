import type { PoolClient } from 'pg'
import { hot } from '../connection'

/** Why rules are silent, by the rule's id. */
export type Mutes = ReadonlyMap<string, string>

/** Which of some rules are muted now at a touchpoint, with the reason of the mute that lasts longest. */
export const findMutes = async (
  client: PoolClient,
  { organizationId, touchpointId }: { organizationId: string; touchpointId: string | null },
  firing: readonly { rule: { id: string } }[],
): Promise<Mutes> => {
  if (firing.length === 0) return new Map()
  const { rows } = await hot<{ rule_id: string; reason: string }>(
    client,
    'raise.mutes',
    `select distinct on (rule_id) rule_id, reason from alert_mutes
      where organization_id = $1 and rule_id = any($2::uuid[]) and until > now() and ended_at is null
        and (touchpoint_id is null or touchpoint_id = $3) order by rule_id, until desc`,
    [organizationId, firing.map(({ rule }) => rule.id), touchpointId],
  )
  return new Map(rows.map(({ rule_id, reason }) => [rule_id, reason]))
}
