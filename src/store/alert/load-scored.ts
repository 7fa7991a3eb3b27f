import type { ScoredFacts } from '@/domain/alert/evaluate-rules'
import { hot, hotPool, pool } from '../connection'
import { type FactsRow, factColumns, factJoins, factsOfRow } from './scored-facts'

/** A scored response that owes the rules' verdict, as they ask about it. */
export type ScoredRow = {
  organizationId: string
  id: string
  revision: number
  customerId: string | null
  touchpointId: string
  /** raised by every change of one of the organization's rules: what was made of them before is stale */
  rulesRevision: number
  facts: ScoredFacts
}

/** What is known of a response that alerts are raised about. */
export type RaisedAbout = Pick<ScoredRow, 'organizationId' | 'id' | 'revision' | 'customerId' | 'touchpointId'>

type Row = FactsRow & {
  scored_revision: number
  customer_id: string | null
  touchpoint_id: string
  rules_revision: number
}

const statement = `select r.scored_revision, r.customer_id, r.touchpoint_id, ${factColumns()},
    (select coalesce(sum(ar.version), 0)::int from alert_rules ar where ar.organization_id = r.organization_id) as rules_revision
  from responses r ${factJoins}
 where r.organization_id = $1 and r.id = $2 and r.evaluated_revision + 0 < r.scored_revision and r.can_alert`

/** Undefined when there is no such response or its scored revision was judged already. */
export const loadScored = async (organizationId: string, id: string): Promise<ScoredRow | undefined> => {
  const { rows } = await hot<Row>(hotPool(), 'evaluate.load', statement, [organizationId, id])
  const row = rows[0]
  if (!row) return undefined
  return {
    organizationId,
    id,
    revision: row.scored_revision,
    customerId: row.customer_id,
    touchpointId: row.touchpoint_id,
    rulesRevision: row.rules_revision,
    facts: factsOfRow(row),
  }
}

/** Scored responses that the rules haven't judged: what a lost job left behind. */
export const findUnevaluated = async (
  limit: number,
  lateSeconds = 3,
): Promise<{ organizationId: string; id: string; revision: number }[]> => {
  const { rows } = await pool().query<{ organization_id: string; id: string; scored_revision: number }>(
    `select organization_id, id, scored_revision from responses
      where evaluated_revision < scored_revision and scored_at < now() - make_interval(secs => $2) order by scored_at limit $1`,
    [limit, lateSeconds],
  )
  return rows.map((row) => ({ organizationId: row.organization_id, id: row.id, revision: row.scored_revision }))
}
