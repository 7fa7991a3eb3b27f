import type { Cuts } from '@/domain/metric/cut'
import { type ResponseNarrowing, responseWhere } from '../response/response-where'
import { fallsIn } from './falls-in'
import { instantsAround } from './instants-around'
import type { RollupFilter } from './rollup-filter'

export const limitMs = 8_000

/** As rollups add up, from scores `s`: one by one instead of day by day. */
export const scoreSums = (cuts: Cuts): string => `count(*)::int as n,
  count(*) filter (where ${fallsIn(cuts, 'low')})::int as low,
  count(*) filter (where ${fallsIn(cuts, 'middle')})::int as middle,
  count(*) filter (where ${fallsIn(cuts, 'high')})::int as high,
  sum(s.value)::float8 as sum, sum(s.value * s.value)::float8 as "sumSquares"`

type Asked = Omit<RollupFilter, 'metrics' | 'cuts' | 'reading'> &
  Pick<ResponseNarrowing, 'customers'> & { metrics: readonly string[] | null }

/**
 * `from … where …` over the scores `s` of responses that fit, for what rollups don't know; `metrics` null: of all metrics. Over the
 * same responses they add up to the same numbers: a score names the day and channel that it is counted under. `span`: those given in
 * a part of the period's time.
 */
export const scoresThatFit = (
  { metrics, from, to, channel, ...narrowing }: Asked,
  joins = '',
  span = instantsAround({ from, to }),
): { from: string; params: unknown[] } => {
  const { sql, params } = responseWhere({ ...narrowing, ...span })
  const first = params.length + 1
  // `offset 0`: looked up response by response, never joined over every score there is.
  const statement = `from responses r
    cross join lateral (
      select c.metric, c.kind, c.value, c.category, c.day, c.channel, c.touchpoint_id, c.survey_id, c.organization_id from scores c
       where c.organization_id = r.organization_id and c.response_id = r.id and ($${first}::text[] is null or c.metric = any($${first}))
         and c.day between $${first + 1} and $${first + 2} and ($${first + 3}::text is null or c.channel = $${first + 3}) offset 0
    ) as s ${joins}
   where ${sql}`
  return { from: statement, params: [...params, metrics, from, to, channel ?? null] }
}
