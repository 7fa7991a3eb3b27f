import type { Failure } from '@/domain/errors'
import type { Cuts } from '@/domain/metric/cut'
import { readWithin } from '../read-within'
import { responseWhere } from '../response/response-where'
import { fallsIn } from './falls-in'
import { instantsAround } from './instants-around'
import type { RollupFilter } from './rollup-filter'

const limitMs = 8_000

/** As rollups add up, from scores: one by one instead of day by day. */
const sumColumns = (cuts: Cuts): string => `count(*)::int as n,
  count(*) filter (where ${fallsIn(cuts, 'low')})::int as low,
  count(*) filter (where ${fallsIn(cuts, 'middle')})::int as middle,
  count(*) filter (where ${fallsIn(cuts, 'high')})::int as high,
  sum(s.value)::float8 as sum, sum(s.value * s.value)::float8 as "sumSquares"`

export type ScoreGrouping = { columns: string; joins?: string; groupBy: string; orderBy?: string }

/**
 * Sums of the scores of responses that fit, for what rollups don't know. Over the same responses they are the same numbers: a
 * score names the day and channel that it is counted under.
 */
export const sumScores = async <Row extends object>(filter: RollupFilter, group: ScoreGrouping): Promise<Row[] | Failure> => {
  const { metrics, from, to, channel, cuts, ...narrowing } = filter
  const { sql, params } = responseWhere({
    ...narrowing,
    ...instantsAround({ from, to }),
  })
  const first = params.length + 1
  // `offset 0`: looked up response by response, never joined over every score there is.
  const statement = `select ${group.columns}, ${sumColumns(cuts)}
    from responses r
    cross join lateral (
      select c.metric, c.kind, c.value, c.category, c.day, c.channel, c.touchpoint_id, c.survey_id, c.organization_id from scores c
       where c.organization_id = r.organization_id and c.response_id = r.id and c.metric = any($${first}::text[])
         and c.day between $${first + 1} and $${first + 2} and ($${first + 3}::text is null or c.channel = $${first + 3}) offset 0
    ) as s ${group.joins ?? ''}
   where ${sql} group by ${group.groupBy}${group.orderBy ? ` order by ${group.orderBy}` : ''}`
  const values = [...params, metrics, from, to, channel ?? null]
  return readWithin(limitMs, async (client) => (await client.query<Row>(statement, values)).rows)
}
