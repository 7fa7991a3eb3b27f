import type { SlowMetric, WatchTrouble } from '@/domain/alert/trouble'
import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** Notes what was wrong with a look at a rule, since when, or that nothing is any more. */
export const noteTrouble = async (
  { organizationId, id }: { organizationId: string; id: string },
  trouble: { slow: readonly SlowMetric[]; isFailed: boolean },
): Promise<void> => {
  const isWell = trouble.slow.length === 0 && !trouble.isFailed
  await pool().query(
    `update alert_rules set watch_trouble = case when $3::jsonb is null then null
            else $3::jsonb || jsonb_build_object('since', coalesce(watch_trouble ->> 'since', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))) end
      where organization_id = $1 and id = $2 and ($3::jsonb is not null or watch_trouble is not null)`,
    [organizationId, id, isWell ? null : JSON.stringify(trouble)],
  )
}

/** A rule that could not be judged, or not everywhere, with the names of its touchpoints. */
export type TroubledRule = {
  key: string
  name: Localized
  trouble: WatchTrouble
  touchpoints: Record<string, Localized>
}

/** Enabled rules of an organization whose last look didn't go well, longest first. */
export const listTroubled = async (organizationId: string): Promise<TroubledRule[]> => {
  const { rows } = await pool().query<TroubledRule>(
    `select r.key, r.definition -> 'name' as name, r.watch_trouble as trouble,
            coalesce((select jsonb_object_agg(t.key, t.name) from touchpoints t where t.organization_id = r.organization_id
              and t.key in (select s ->> 'touchpoint' from jsonb_array_elements(r.watch_trouble -> 'slow') as s)), '{}') as touchpoints
       from alert_rules r
      where r.organization_id = $1 and r.watch_trouble is not null and r.definition ? 'about' and r.is_enabled and r.deleted_at is null
      order by r.watch_trouble ->> 'since', r.key limit 50`,
    [organizationId],
  )
  return rows
}
