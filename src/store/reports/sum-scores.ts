import type { Day } from '@/domain/analysis/calendar'
import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { responseWhere } from '../response/response-where'
import type { RollupFilter } from './rollup-filter'

const limitMs = 8_000

/** As rollups add up, from scores: one by one instead of day by day. */
const sumColumns = `count(*)::int as n,
  count(*) filter (where s.category in ('detractor', 'dissatisfied', 'negative'))::int as low,
  count(*) filter (where s.category in ('passive', 'neutral'))::int as middle,
  count(*) filter (where s.category in ('promoter', 'satisfied', 'positive'))::int as high,
  sum(s.value)::float8 as sum, sum(s.value * s.value)::float8 as "sumSquares"`

export type ScoreGrouping = { columns: string; joins?: string; groupBy: string; orderBy?: string }

const dayMs = 86_400_000
/** No time zone is further than this from UTC: a day's responses were given within it. */
const margin = 2 * dayMs
/** PostgreSQL has no such timestamps as the ends of all days. */
const instantOf = (day: Day): Date | undefined => (day < '1000' || day > '9000' ? undefined : new Date(`${day}T00:00:00Z`))
const shifted = (at: Date | undefined, by: number): Date | undefined => at && new Date(at.getTime() + by)

/**
 * Sums of the scores of responses that fit, for what rollups don't know. Over the same responses they are the same numbers: a
 * score names the day and channel that it is counted under.
 */
export const sumScores = async <Row extends object>(filter: RollupFilter, group: ScoreGrouping): Promise<Row[] | Failure> => {
  const { metrics, from, to, channel, ...narrowing } = filter
  const { sql, params } = responseWhere({
    ...narrowing,
    from: shifted(instantOf(from), -margin),
    before: shifted(instantOf(to), dayMs + margin),
  })
  const first = params.length + 1
  // `offset 0`: looked up response by response, never joined over every score there is.
  const statement = `select ${group.columns}, ${sumColumns}
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
