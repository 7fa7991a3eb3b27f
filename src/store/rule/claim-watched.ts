import { type About, watchEverySeconds } from '@/domain/alert/about'
import type { Rule } from '@/domain/alert/rule'
import { pool } from '../connection'
import type { StoredRule } from './load-rules'

/** A rule about more than single answers, and whose it is. `since`: from when on it may look back at all. */
export type WatchedRule = StoredRule & { about: About; organizationId: string; since: Date }

const everySeconds = `(${'$'}2::jsonb ->> (definition -> 'about' ->> 'kind'))::float8`

/** Takes the rules that are to be looked at again, those first that waited longest; whoever comes second gets others. */
export const claimWatchedRules = async (limit: number): Promise<WatchedRule[]> => {
  const { rows } = await pool().query<{
    organizationId: string
    id: string
    key: string
    version: number
    since: Date
    definition: Rule & { about: About }
  }>(
    `update alert_rules r set watched_at = now() from (
       select organization_id, id from alert_rules
        where is_enabled and deleted_at is null and definition ? 'about'
          and (watched_at is null or watched_at < now() - make_interval(secs => ${everySeconds}))
        order by watched_at nulls first limit $1 for no key update skip locked) as due
      where r.organization_id = due.organization_id and r.id = due.id
     returning r.organization_id as "organizationId", r.id, r.key, r.version, r.created_at as since, r.definition`,
    [limit, JSON.stringify(watchEverySeconds)],
  )
  return rows.map(({ definition, ...row }) => ({ ...definition, ...row }))
}
