import type { PoolClient } from 'pg'
import { hot } from '../connection'

/** Why rules are silent, by the rule's id. */
export type Mutes = ReadonlyMap<string, string>

/** Which of some rules are muted at a touchpoint, now or at another instant, with the reason of the mute that lasts longest. */
export const findMutes = async (
  client: PoolClient,
  { organizationId, touchpointId }: { organizationId: string; touchpointId: string | null },
  firing: readonly { rule: { id: string } }[],
  at?: Date,
): Promise<Mutes> => {
  if (firing.length === 0) return new Map()
  const { rows } = await hot<{ rule_id: string; reason: string }>(
    client,
    'raise.mutes',
    `select distinct on (rule_id) rule_id, reason from alert_mutes
      where organization_id = $1 and rule_id = any($2::uuid[]) and until > coalesce($4, now())
        and (case when $4::timestamptz is null then ended_at is null else created_at <= $4 and (ended_at is null or ended_at > $4) end)
        and (touchpoint_id is null or touchpoint_id = $3) order by rule_id, until desc`,
    [organizationId, firing.map(({ rule }) => rule.id), touchpointId, at ?? null],
  )
  return new Map(rows.map(({ rule_id, reason }) => [rule_id, reason]))
}
