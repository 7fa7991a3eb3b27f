import type { Failure } from '@/domain/errors'
import type { Measure } from '@/domain/metric/measure'
import { readWithin } from '../read-within'
import { responseWhere } from '../response/response-where'
import { fallsIn } from './falls-in'
import { instantsAround } from './instants-around'
import { type GroupBy, type GroupedSums, groupingBy } from './metric-sums'
import type { RollupFilter } from './rollup-filter'

const limitMs = 8_000

/**
 * Sums by day, and by group, of what isn't scored and so isn't in rollups: options that were chosen, and numbers without a scale.
 * Counted answer by answer; `high` is how many chose one of the measure's options, or stand in its box.
 */
export const sumAnswers = async (
  { source, options, cuts }: Measure,
  filter: RollupFilter,
  groupBy: GroupBy | undefined,
): Promise<GroupedSums[] | Failure> => {
  const { from, to, channel, metrics: _, cuts: __, ...narrowing } = filter
  const { sql, params } = responseWhere({ ...narrowing, ...instantsAround({ from, to }) })
  const { column, join, grouped } = groupingBy(groupBy, 's')
  const first = params.length + 1
  const isCounted = options ? `s.choices && $${first + 4}::text[]` : fallsIn(cuts, 'high')
  const statement = `select s.day, 'mean' as kind, ${column} as "group", count(*)::int as n,
      0 as low, count(*) filter (where not coalesce(${isCounted}, false))::int as middle, count(*) filter (where ${isCounted})::int as high,
      coalesce(sum(s.value), 0)::float8 as sum, coalesce(sum(s.value * s.value), 0)::float8 as "sumSquares"
    from responses r
    join organizations o on o.id = r.organization_id
    join touchpoints p on p.organization_id = r.organization_id and p.id = r.touchpoint_id
    cross join lateral (
      select a.number::numeric as value, a.choices, 'mean' as kind, null::text as category, r.organization_id, r.touchpoint_id, r.survey_id,
             coalesce(r.channel, p.channel) as channel, to_char(r.submitted_at at time zone o.time_zone, 'YYYY-MM-DD') as day
        from answers a where a.organization_id = r.organization_id and a.response_id = r.id and a.question = $${first}
         and ${options ? 'cardinality(a.choices) > 0' : 'a.number is not null'} offset 0
    ) as s ${join}
   where ${sql} and s.day between $${first + 1} and $${first + 2} and ($${first + 3}::text is null or s.channel = $${first + 3})
   group by s.day${grouped} order by 3 nulls first, s.day`
  const values = [...params, source, from, to, channel ?? null, ...(options ? [options] : [])]
  return readWithin(limitMs, async (client) => (await client.query<GroupedSums>(statement, values)).rows)
}
