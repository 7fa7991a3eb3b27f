import type { PastMute } from '@/domain/alert/replay-findings'
import { pool } from '../connection'

/** When a rule was silent since an instant, as far as it is there still. */
export const listPastMutes = async (organizationId: string, rule: string, since: Date): Promise<PastMute[]> => {
  const { rows } = await pool().query<PastMute>(
    `select mu.touchpoint_id as "touchpointId", mu.created_at as "from", least(mu.until, mu.ended_at) as until
       from alert_rules ar join alert_mutes mu on mu.organization_id = ar.organization_id and mu.rule_id = ar.id
      where ar.organization_id = $1 and ar.key = $2 and mu.until > $3 order by mu.created_at limit 1000`,
    [organizationId, rule, since],
  )
  return rows
}
