import type { Rule } from '@/domain/alert/rule'
import { pool } from '../connection'

export type RuleSummary = {
  key: string
  definition: Rule
  isEnabled: boolean
  version: number
  updatedAt: Date
  fired: number
  lastFiredAt: Date | null
}

/** The rules in force, each with how often it fired since an instant. */
export const listRuleSummaries = async (organizationId: string, since: Date): Promise<RuleSummary[]> => {
  const { rows } = await pool().query<RuleSummary>(
    `select ar.key, ar.definition, ar.is_enabled as "isEnabled", ar.version, ar.updated_at as "updatedAt", firing.fired, firing.last as "lastFiredAt"
       from alert_rules ar
       left join lateral (
         select count(*) filter (where a.raised_at >= $2)::int as fired, max(a.raised_at) as last
           from alerts a where a.organization_id = ar.organization_id and a.rule_id = ar.id
       ) as firing on true
      where ar.organization_id = $1 and ar.deleted_at is null order by ar.created_at, ar.key limit 200`,
    [organizationId, since],
  )
  return rows
}
