import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { subjectOf } from '@/domain/alert/evaluate-rules'
import type { Severity } from '@/domain/schemas'
import { severities } from '@/domain/schemas'
import { findCaseOf, joinCase, openCase } from '../case/open-case'
import { withTransaction } from '../connection'
import { insertDeliveries } from '../delivery/insert-deliveries'
import type { StoredRule } from '../rule/load-rules'
import type { ScoredRow } from './load-scored'

export type Raised = { alerts: string[]; cases: string[]; deliveries: string[] }

type Firing = { rule: StoredRule; base: string; subject: string; alertId: string }

/** An alert of the same rule and subject: the response's own, or one within the window of `once`. */
const findEarlier = async (
  client: PoolClient,
  response: ScoredRow,
  ruleId: string,
  base: string,
  windowHours: number | undefined,
) => {
  const { rows } = await client.query<{ case_id: string | null }>(
    `select case_id from alerts where organization_id = $1 and rule_id = $2 and (response_id = $3
        or (subject_base = $4 and raised_at > now() - make_interval(secs => $5))) order by raised_at desc limit 1`,
    [response.organizationId, ruleId, response.id, base, (windowHours ?? 0) * 3600],
  )
  return rows[0]
}

const insertAlert = async (
  client: PoolClient,
  response: ScoredRow,
  { rule, base, subject, alertId }: Firing,
  caseId: string | null,
): Promise<void> => {
  await client.query(
    `insert into alerts (organization_id, id, rule_id, rule_version, subject, subject_base, response_id, customer_id, touchpoint_id, case_id, severity, status, raised_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'raised', clock_timestamp())`,
    [
      response.organizationId,
      alertId,
      rule.id,
      rule.version,
      subject,
      base,
      response.id,
      response.customerId,
      response.touchpointId,
      caseId,
      rule.severity,
    ],
  )
}

const highest = (rules: readonly { severity: Severity }[]): Severity =>
  rules.reduce<Severity>((top, { severity }) => (severities.indexOf(severity) > severities.indexOf(top) ? severity : top), 'low')

/** Sorts what fires into new alerts and those that a window of `once` folds into an earlier one's case. */
const sortOut = async (client: PoolClient, response: ScoredRow, rules: readonly StoredRule[]) => {
  const fresh: Firing[] = []
  const joined: string[] = []
  for (const rule of [...rules].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { base, windowHours } = subjectOf(rule.once, response.id, response.customerId ?? undefined)
    // Two responses of one customer at the same moment must not both find the window empty.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${rule.id}/${base}`])
    const earlier = await findEarlier(client, response, rule.id, base, windowHours)
    if (!earlier) {
      const subject = base.startsWith('customer:') ? `${base}@${response.id}` : base
      fresh.push({ rule, base, subject, alertId: uuidV7() })
    } else if (earlier.case_id && rule.openCase) joined.push(earlier.case_id)
  }
  return { fresh, joined }
}

/**
 * Writes what the firing rules call for, in one transaction: an alert for each, one case for the response (or the open
 * one that it belongs to), a delivery for each recipient. Unique keys and the evaluated revision make it happen once,
 * whatever runs twice. Answers the ids to follow up.
 */
export const raiseAlerts = (response: ScoredRow, rules: readonly StoredRule[]): Promise<Raised> =>
  withTransaction(async (client) => {
    const { organizationId, id, revision } = response
    const locked = await client.query(
      'select 1 from responses where organization_id = $1 and id = $2 and evaluated_revision < $3 for update',
      [organizationId, id, revision],
    )
    if (locked.rowCount === 0) return { alerts: [], cases: [], deliveries: [] }
    const { fresh, joined } = await sortOut(client, response, rules)
    const opening = fresh.filter(({ rule }) => rule.openCase)
    let caseId = joined[0] ?? (opening.length > 0 ? await findCaseOf(client, organizationId, id) : undefined)
    if (caseId !== undefined) await joinCase(client, organizationId, caseId, id)
    else if (opening.length > 0) caseId = await openCase(client, response, highest(opening.map(({ rule }) => rule)))
    const deliveries: string[] = []
    for (const firing of fresh) {
      const alertCase = firing.rule.openCase ? (caseId ?? null) : null
      await insertAlert(client, response, firing, alertCase)
      deliveries.push(...(await insertDeliveries(client, response, { ...firing, caseId: alertCase })))
    }
    await client.query(
      `update responses set evaluated_revision = greatest(evaluated_revision, $3),
              alerted_at = case when $4 then coalesce(alerted_at, clock_timestamp()) else alerted_at end
        where organization_id = $1 and id = $2`,
      [organizationId, id, revision, fresh.length > 0],
    )
    return { alerts: fresh.map(({ alertId }) => alertId), cases: caseId === undefined ? [] : [caseId], deliveries }
  })
