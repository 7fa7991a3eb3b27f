import type { Day } from '@/domain/analysis/calendar'
import type { Sums } from '@/domain/analysis/summarize'
import type { Cuts } from '@/domain/metric/cut'
import type { Score } from '@/domain/score/score'
import { readAnonymity } from '../anonymity/read-anonymity'
import { pool } from '../connection'
import { sumColumns } from './rollup-filter'

export type SumsAround = Sums &
  Pick<Score, 'kind'> & {
    metric: string
    value: number
    category: Score['category'] | null
    from: Day
    to: Day
  }

/**
 * Each score of a response with the sums of its touchpoint's metric that it is part of: over the days since `since` if it counts among
 * them, else over its calendar month. Without anonymous answers, and none of one: before and after it would tell what it was.
 */
export const sumsAroundResponse = async (
  organizationId: string,
  id: string,
  { since, today, cuts }: { since: Day; today: Day; cuts: Cuts },
): Promise<SumsAround[]> => {
  const { rows } = await pool().query<SumsAround>(
    `select s.metric, s.kind, s.value::float8 as value, s.category, span."from", span."to", around.*
       from scores s
       cross join lateral (
         select case when s.day between $3 and $4 then $3 else left(s.day, 8) || '01' end as "from",
                case when s.day between $3 and $4 then $4
                     else to_char((left(s.day, 8) || '01')::date + interval '1 month - 1 day', 'YYYY-MM-DD') end as "to"
       ) as span
       cross join lateral (
         select ${sumColumns({ cuts })} from rollups r
          where r.organization_id = s.organization_id and r.metric = s.metric and r.touchpoint_id = s.touchpoint_id
            and r.day between span."from" and span."to" and r.survey_id <> all($5)
       ) as around
      where s.organization_id = $1 and s.response_id = $2 and s.survey_id <> all($5) order by s.metric`,
    [organizationId, id, since, today, (await readAnonymity(organizationId))?.surveys ?? []],
  )
  return rows
}
