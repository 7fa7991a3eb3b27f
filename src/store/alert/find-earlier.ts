import type { PoolClient } from 'pg'
import { hot } from '../connection'

export type Asked = { ruleId: string; base: string; windowHours: number | undefined }

/**
 * Of the rules asked about, those that have an alert already: for this very response, or for the same subject within
 * the window of `once` before `at` (now), unless its case is over or it was muted: then nobody would see the new answer. Answers the case of
 * the latest by rule. Windows are locked first, so that two responses of one customer at the same moment can't both find it empty.
 */
export const findEarlier = async (
  client: PoolClient,
  organizationId: string,
  responseId: string,
  asked: readonly Asked[],
  at?: Date,
): Promise<Map<string, { caseId: string | null }>> => {
  const windows = asked.filter(({ windowHours }) => windowHours !== undefined).map(({ ruleId, base }) => `${ruleId}/${base}`)
  for (const name of windows.sort())
    await hot(client, 'raise.lock-window', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
  const { rows } = await hot<{ rule_id: string; case_id: string | null }>(
    client,
    'raise.earlier',
    `select distinct on (a.rule_id) a.rule_id, a.case_id
       from unnest($3::uuid[], $4::text[], $5::float8[]) as asked(rule_id, base, hours)
       join alerts a on a.organization_id = $1 and a.rule_id = asked.rule_id and (a.response_id = $2
         or (a.subject_base = asked.base and a.status <> 'muted'
             and a.raised_at > coalesce($6, now()) - make_interval(secs => asked.hours * 3600) and ($6::timestamptz is null or a.raised_at <= $6)
             and not exists (select 1 from cases c where c.organization_id = a.organization_id and c.id = a.case_id
                             and c.status in ('resolved', 'verified', 'closed'))))
      order by a.rule_id, a.raised_at desc`,
    [
      organizationId,
      responseId,
      asked.map(({ ruleId }) => ruleId),
      asked.map(({ base }) => base),
      asked.map(({ windowHours }) => windowHours ?? 0),
      at ?? null,
    ],
  )
  return new Map(rows.map((row) => [row.rule_id, { caseId: row.case_id }]))
}
