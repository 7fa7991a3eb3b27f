import type { Day } from '@/domain/analysis/calendar'
import { type Failure, isFailure } from '@/domain/errors'
import type { MetricKind } from '@/domain/score/score'
import { readWithin } from '../read-within'
import type { RollupFilter, SummedRow } from './rollup-filter'
import { limitMs, scoreSums, scoresThatFit } from './scores-that-fit'

/** What the scores of a period are added up by, beside their metric. `value`: whole ones, 0 … 10; null for others. */
type Keys = {
  day: { day: Day }
  touchpoint: { touchpointId: string }
  channel: { channel: string }
  survey: { surveyId: string; kind: MetricKind }
  value: { value: number | null }
}
type By = keyof Keys
type AnyRow = SummedRow & { by: By } & Keys['day'] & Keys['touchpoint'] & Keys['channel'] & Keys['survey'] & Keys['value']

const columns: { [B in By]: { name: keyof Keys[B]; of: string } } = {
  day: { name: 'day', of: 's.day' },
  touchpoint: { name: 'touchpointId', of: 's.touchpoint_id' },
  channel: { name: 'channel', of: 's.channel' },
  survey: { name: 'surveyId', of: 's.survey_id' },
  value: { name: 'value', of: 'case when s.value between 0 and 10 and s.value = trunc(s.value) then s.value::int end' },
}
const everyBy = Object.keys(columns) as By[]

/**
 * What a screen has read of single responses already, by filter and period: its numbers add up the same responses in several
 * ways, and they are looked for once. Lives as long as the screen is being made.
 */
export type Reading = Map<string, Promise<AnyRow[] | Failure>>

/** One pass over the responses that fit, added up in every way at once; `metrics` null: all of them. */
const readBy = (
  { reading: _, ...filter }: Omit<RollupFilter, 'metrics'> & { metrics: readonly string[] | null },
  ways: readonly By[],
): Promise<AnyRow[] | Failure> => {
  const { from, params } = scoresThatFit(filter)
  const keys = ways.map((by) => columns[by])
  const statement = `select s.metric, min(s.kind) as kind, ${keys.map(({ name, of }) => `${of} as "${name}"`)}, ${scoreSums(filter.cuts)},
      case ${ways.map((by) => `when grouping(${columns[by].of}) = 0 then '${by}'`).join(' ')} end as by
    ${from} group by grouping sets (${keys.map(({ of }) => `(s.metric, ${of})`)})
    order by ${keys.map((_, at) => at + 3)}`
  return readWithin(limitMs, async (client) => (await client.query<AnyRow>(statement, params)).rows)
}

const keyOf = ({
  organizationId,
  journey,
  touchpoint,
  survey,
  surveys,
  channel,
  locale,
  where,
  from,
  to,
  cuts,
}: RollupFilter): string =>
  JSON.stringify([organizationId, journey, touchpoint, survey, surveys, channel, locale, where, from, to, cuts])

/** One row a metric and key that has answers, in the order of keys; from single responses. */
export const sumBy = async <B extends By>(filter: RollupFilter, by: B): Promise<(SummedRow & Keys[B])[] | Failure> => {
  const { reading, metrics } = filter
  const key = keyOf(filter)
  const found = reading?.get(key) ?? readBy({ ...filter, metrics: reading ? null : metrics }, reading ? everyBy : [by])
  reading?.set(key, found)
  const rows = await found
  if (isFailure(rows)) return rows
  const { name } = columns[by]
  return rows
    .filter((row) => row.by === by && metrics.includes(row.metric))
    .map(({ metric, kind, n, low, middle, high, sum, sumSquares, ...keys }) => {
      const own = { metric, n, low, middle, high, sum, sumSquares, [name]: keys[name as keyof typeof keys] }
      return (by === 'survey' ? { ...own, kind } : own) as unknown as SummedRow & Keys[B]
    })
}
