import type { PoolClient } from 'pg'
import { defaultCasePolicy } from '@/domain/case/policy'
import { dueOf, type SlaSetting } from '@/domain/case/sla'
import { type Severity, severities } from '@/domain/schemas'
import { hot } from '../connection'
import { addCaseEvent } from './add-case-event'

/** The customer's open case of the last hours that a new bad answer of theirs joins. */
export type OpenCaseOf = { id: string; severity: Severity; runs: boolean; dueAt: Date | null }

/**
 * Undefined where there is none, the organization wants each answer to have its own, or nobody knows who answered. The customer is
 * locked first, so that two of their answers at the same moment can't both find none.
 */
export const findOpenCase = async (
  client: PoolClient,
  organizationId: string,
  customerId: string | null,
  { casePolicy }: SlaSetting,
): Promise<OpenCaseOf | undefined> => {
  const { joinHours } = casePolicy ?? defaultCasePolicy
  if (customerId === null || joinHours === 0) return undefined
  await hot(client, 'case.lock-customer', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`case/${customerId}`])
  const { rows } = await hot<OpenCaseOf>(
    client,
    'case.open-of-customer',
    `select id, severity, remaining_minutes is null as runs, due_at as "dueAt" from cases
      where organization_id = $1 and customer_id = $2 and status in ('open', 'acknowledged', 'in_progress', 'waiting')
        and opened_at > now() - make_interval(secs => $3::float8 * 3600) order by number desc limit 1`,
    [organizationId, customerId, joinHours],
  )
  return rows[0]
}

/** A case that a worse answer joins is as urgent as that: its clock runs out as soon as a new one's would. */
export const raiseTo = async (
  client: PoolClient,
  organizationId: string,
  one: OpenCaseOf,
  severity: Severity,
  setting: SlaSetting & { now: Date },
): Promise<void> => {
  if (severities.indexOf(severity) <= severities.indexOf(one.severity)) return
  const due = dueOf(setting, severity, setting.now)
  const dueAt = one.runs && one.dueAt !== null && one.dueAt > due ? due : one.dueAt
  await hot(
    client,
    'case.raise',
    'update cases set severity = $3, due_at = $4, sla_at = now() where organization_id = $1 and id = $2',
    [organizationId, one.id, severity, dueAt],
  )
  const data = { severity, from: one.severity, dueAt }
  await addCaseEvent(client, { organizationId, caseId: one.id, type: 'raise', at: setting.now, by: 'system', data })
}
