import type { Finding } from '@/domain/alert/finding'
import type { Localized } from '@/domain/localized'
import { hot, hotPool } from '../connection'

/** An alert as a webhook is told of it. */
export type ToldAlert = {
  id: string
  rule: { key: string; name: Localized }
  severity: string
  status: string
  raisedAt: string
  caseId: string | null
  responseId: string | null
  /** what was found, where it is about more than a response */
  finding: Finding | null
}

export const loadToldAlert = async (organizationId: string, id: string): Promise<ToldAlert | undefined> => {
  const { rows } = await hot<ToldAlert>(
    hotPool(),
    'told.alert',
    `select a.id, json_build_object('key', ar.key, 'name', ar.definition->'name') as rule, a.severity, a.status,
            to_char(a.raised_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "raisedAt", a.case_id as "caseId",
            a.response_id as "responseId", a.finding
       from alerts a join alert_rules ar on ar.organization_id = a.organization_id and ar.id = a.rule_id
      where a.organization_id = $1 and a.id = $2`,
    [organizationId, id],
  )
  return rows[0]
}

export type ToldCaseEvent = { type: string; at: string; by: string } & Record<string, unknown>

/** One of a case's events as it was written, whatever the case has become since. */
export const loadToldCaseEvent = async (
  organizationId: string,
  caseId: string,
  sequence: number,
): Promise<ToldCaseEvent | undefined> => {
  const { rows } = await hot<{ event: ToldCaseEvent }>(
    hotPool(),
    'told.case-event',
    `select data || jsonb_build_object('type', type, 'by', by, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as event
       from case_events where organization_id = $1 and case_id = $2 and sequence = $3`,
    [organizationId, caseId, sequence],
  )
  return rows[0]?.event
}
