import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export type Caught = { responseId: string; ruleKey: string; ruleName: Localized }

/** Which of some responses other rules have raised an alert about, a row for each of these rules. At most 1,000 responses are asked about. */
export const listCaught = async (
  organizationId: string,
  responseIds: readonly string[],
  exceptRule: string | undefined,
): Promise<Caught[]> => {
  const { rows } = await pool().query<Caught>(
    `select distinct a.response_id as "responseId", ar.key as "ruleKey", ar.definition->'name' as "ruleName"
       from alerts a join alert_rules ar on ar.organization_id = a.organization_id and ar.id = a.rule_id
      where a.organization_id = $1 and a.response_id = any($2::uuid[]) and ar.key is distinct from $3 limit 100000`,
    [organizationId, responseIds, exceptRule ?? null],
  )
  return rows
}
