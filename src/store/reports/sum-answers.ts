import { type Failure, isFailure } from '@/domain/errors'
import type { Measure } from '@/domain/metric/measure'
import type { AtomSource } from '../anonymity/anonymous-cells'
import type { StreamAtom } from '../anonymity/atoms'
import type { Anonymity } from '../anonymity/read-anonymity'
import { readWithin } from '../read-within'
import { responseWhere } from '../response/response-where'
import { fallsIn } from './falls-in'
import { instantsAround } from './instants-around'
import { ever, type GroupBy, type GroupedSums, groupedWithAnonymous, groupingBy } from './metric-sums'
import type { RollupFilter } from './rollup-filter'

const limitMs = 8_000

type Grouping = ReturnType<typeof groupingBy>

const readAnswers = async <Row extends object>(
  { source, options, cuts }: Measure,
  filter: RollupFilter,
  { column, join, grouped }: Grouping,
): Promise<Row[] | Failure> => {
  const { from, to, channel, metrics: _, cuts: __, ...narrowing } = filter
  const { sql, params } = responseWhere({ ...narrowing, ...instantsAround({ from, to }) })
  const first = params.length + 1
  const isCounted = options ? `s.choices && $${first + 4}::text[]` : fallsIn(cuts, 'high')
  const statement = `select s.day, 'mean' as kind, ${column}, count(*)::int as n,
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
  return readWithin(limitMs, async (client) => (await client.query<Row>(statement, values)).rows)
}

/** As anonymous answers are told apart before they are added up. */
const asAtoms: Grouping = {
  column: 's.survey_id as "surveyId", s.touchpoint_id as "touchpointId", v.key as survey, t.key as touchpoint, s.channel',
  join: `join surveys v on v.organization_id = s.organization_id and v.id = s.survey_id
    join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id`,
  grouped: ', s.survey_id, s.touchpoint_id, v.key, t.key, s.channel',
}

const atomsOf = (measure: Measure): AtomSource => {
  const read = async ({ channel: _, ...filter }: RollupFilter, { surveys }: Anonymity) => {
    const found = await readAnswers<StreamAtom>(measure, { ...filter, only: surveys }, asAtoms)
    return isFailure(found) ? found : found.map((atom) => ({ ...atom, metric: measure.key, counts: [] }))
  }
  return { all: (filter, anonymity) => read({ ...filter, ...ever }, anonymity), fitting: read }
}

/**
 * Sums by day, and by group, of what isn't scored and so isn't in rollups: options that were chosen, and numbers without a scale.
 * Counted answer by answer; `high` is how many chose one of the measure's options, or stand in its box.
 */
export const sumAnswers = (
  measure: Measure,
  filter: RollupFilter,
  groupBy: GroupBy | undefined,
): Promise<GroupedSums[] | Failure> => {
  const { column, join, grouped } = groupingBy(groupBy, 's')
  const read = (asked: RollupFilter) =>
    readAnswers<GroupedSums>(measure, asked, { column: `${column} as "group"`, join, grouped })
  return groupedWithAnonymous(filter, groupBy, read, atomsOf(measure))
}
