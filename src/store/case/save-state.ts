import type { PoolClient } from 'pg'
import type { CaseState } from '@/domain/case/case'
import { hot } from '../connection'
import type { Owner } from './find-owner'

/** `isPast`: history that is loaded. `askAt`: when the customer is to be asked, where the step resolved the case. */
export type KeptState = CaseState & {
  level: number
  isPast: boolean
  askAt: Date | null | undefined
  /** the word on whether it is mended, where the step has one; null takes back what was said */
  verdict: { isFixed: boolean; at: Date } | null | undefined
}

/**
 * Keeps a case's state after a step and answers the place of the step's event. The clock is looked at again at once, but for one that
 * ran out in history that is loaded.
 */
export const saveState = async (
  client: PoolClient,
  organizationId: string,
  id: string,
  state: KeptState,
  owner: Owner | undefined,
): Promise<number> => {
  const { rows } = await hot<{ event_count: number }>(
    client,
    'case.save',
    `update cases set status = $3, severity = $4, due_at = $5, remaining_minutes = $6, acknowledged_at = $7, resolved_at = $8, verified_at = $9,
            closed_at = $10, root_cause = $11, is_fixed = $12,
            owner_member_id = case when $13 then $14::uuid else owner_member_id end, owner_team_id = case when $13 then $15::uuid else owner_team_id end,
            sla_level = $16, sla_at = case when $17 and $5 < now() then null else now() end, event_count = event_count + 1, updated_at = now(),
            verify_at = case when $18 then $19 when $3 = 'resolved' then verify_at end,
            asked_sequence = case when $3 = 'resolved' and not $18 then asked_sequence end,
            verdict = case when $20 then $21 else verdict end, verdict_at = case when $20 then $22 else verdict_at end
      where organization_id = $1 and id = $2 returning event_count`,
    [
      organizationId,
      id,
      state.status,
      state.severity,
      state.dueAt,
      state.remainingMinutes,
      state.acknowledgedAt,
      state.resolvedAt,
      state.verifiedAt,
      state.closedAt,
      state.rootCause,
      state.isFixed,
      owner !== undefined,
      owner?.member ?? null,
      owner?.team ?? null,
      state.level,
      state.isPast,
      state.askAt !== undefined,
      state.askAt ?? null,
      state.verdict !== undefined,
      state.verdict?.isFixed ?? null,
      state.verdict?.at ?? null,
    ],
  )
  return rows[0]?.event_count ?? 0
}

/** The first acknowledgement is also the alerts' and the responses' own. */
export const acknowledgeWithCase = async (
  client: PoolClient,
  organizationId: string,
  caseId: string,
  at: Date,
  by: string,
): Promise<void> => {
  await hot(
    client,
    'case.acknowledge.alerts',
    `update alerts set status = 'acknowledged', acknowledged_at = $3, acknowledged_by = $4
      where organization_id = $1 and case_id = $2 and status = 'raised'`,
    [organizationId, caseId, at, by],
  )
  await hot(
    client,
    'case.acknowledge.responses',
    `update responses r set acknowledged_at = $3 from case_responses cr
      where cr.organization_id = $1 and cr.case_id = $2 and r.organization_id = cr.organization_id and r.id = cr.response_id and r.acknowledged_at is null`,
    [organizationId, caseId, at],
  )
}
