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
export type Cut = keyof Keys
type CutRow<C extends Cut> = SummedRow & Keys[C]
type AnyRow = SummedRow & { cut: Cut } & Keys['day'] & Keys['touchpoint'] & Keys['channel'] & Keys['survey'] & Keys['value']

const columns: { [C in Cut]: { name: keyof Keys[C]; of: string } } = {
  day: { name: 'day', of: 's.day' },
  touchpoint: { name: 'touchpointId', of: 's.touchpoint_id' },
  channel: { name: 'channel', of: 's.channel' },
  survey: { name: 'surveyId', of: 's.survey_id' },
  value: {
    name: 'value',
    of: 'case when s.value between 0 and 10 and s.value = trunc(s.value) then s.value::int end',
  },
}
const everyCut = Object.keys(columns) as Cut[]

/**
 * What a screen has read of single responses already, by filter and period: its numbers ask for several cuts of the same
 * responses, which are looked for once. Lives as long as the screen is being made.
 */
export type Reading = Map<string, Promise<AnyRow[] | Failure>>

/** One pass over the responses that fit, added up by every cut at once. */
const readCuts = (filter: Parameters<typeof scoresThatFit>[0], cuts: readonly Cut[]): Promise<AnyRow[] | Failure> => {
  const { from, params } = scoresThatFit(filter)
  const keys = cuts.map((cut) => columns[cut])
  const statement = `select s.metric, min(s.kind) as kind, ${keys.map(({ name, of }) => `${of} as "${name}"`)}, ${scoreSums},
      case ${cuts.map((cut) => `when grouping(${columns[cut].of}) = 0 then '${cut}'`).join(' ')} end as cut
    ${from} group by grouping sets (${keys.map(({ of }) => `(s.metric, ${of})`)})
    order by ${keys.map((_, at) => at + 3)}`
  return readWithin(limitMs, async (client) => (await client.query<AnyRow>(statement, params)).rows)
}

const keyOf = ({ organizationId, journey, touchpoint, survey, channel, locale, where, from, to }: RollupFilter): string =>
  JSON.stringify([organizationId, journey, touchpoint, survey, channel, locale, where, from, to])

/** One row a metric and key of the cut that has answers, in the order of keys; from single responses. */
export const sumCut = async <C extends Cut>(filter: RollupFilter, cut: C): Promise<CutRow<C>[] | Failure> => {
  const { reading, metrics, ...asked } = filter
  const key = keyOf(filter)
  const found = reading?.get(key) ?? readCuts({ ...asked, metrics: reading ? null : metrics }, reading ? everyCut : [cut])
  reading?.set(key, found)
  const rows = await found
  if (isFailure(rows)) return rows
  const { name } = columns[cut]
  return rows
    .filter((row) => row.cut === cut && metrics.includes(row.metric))
    .map(({ metric, kind, n, low, middle, high, sum, sumSquares, ...keys }) => {
      const own = { metric, n, low, middle, high, sum, sumSquares, [name]: keys[name as keyof typeof keys] }
      return (cut === 'survey' ? { ...own, kind } : own) as unknown as CutRow<C>
    })
}
