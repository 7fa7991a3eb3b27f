import { addSums } from '@/domain/analysis/summarize'
import type { DaySums } from '@/domain/analysis/trend'
import { type Failure, isFailure } from '@/domain/errors'
import type { MetricKind } from '@/domain/score/score'
import { readWithin } from '../read-within'
import { type FactFilter, type Facts, filterKey, scoreFacts } from './facts'
import { readInParts } from './read-in-parts'
import { type Reading, readOnce } from './reading'
import type { RollupFilter, SummedRow } from './rollup-filter'
import { limitMs } from './scores-that-fit'

/** `since` and `threshold` of anonymous answers that are only told together, which stand on their own days. */
type Days = Pick<DaySums, 'day' | 'since' | 'threshold'>
type Spot = Days & { touchpointId: string }

/** What the scores of a period are added up by, beside their metric. `value`: whole ones, 0 … 10; null for others. */
type Keys = {
  day: Days
  touchpoint: { touchpointId: string }
  channel: { channel: string }
  survey: { surveyId: string; kind: MetricKind }
  value: { value: number | null }
  /** each touchpoint's days, weeks and months; `day` is the first */
  touchpointDay: Spot
  touchpointWeek: Spot
  touchpointMonth: Spot
}
export type By = keyof Keys
export type ByRow<B extends By> = SummedRow & Keys[B]
export type Place = Keys['survey'] & Keys['channel'] & Keys['value'] & Spot
export type AnyRow = SummedRow & { by: By } & Place

type Column = { name: keyof AnyRow; of: string }
const touchpoint: Column = { name: 'touchpointId', of: 's.touchpoint_id' }
const columns: Record<By, readonly Column[]> = {
  day: [{ name: 'day', of: 's.day' }],
  touchpoint: [touchpoint],
  channel: [{ name: 'channel', of: 's.channel' }],
  survey: [{ name: 'surveyId', of: 's.survey_id' }],
  value: [{ name: 'value', of: 'case when s.value between 0 and 10 and s.value = trunc(s.value) then s.value::int end' }],
  touchpointDay: [{ name: 'day', of: 's.day' }, touchpoint],
  touchpointWeek: [{ name: 'day', of: `to_char(date_trunc('week', s.day::date), 'YYYY-MM-DD')` }, touchpoint],
  touchpointMonth: [{ name: 'day', of: `left(s.day, 7) || '-01'` }, touchpoint],
}

/** What one look at the responses of a screen is added up by at once; the touchpoints' days are many rows, and are read alone. */
const together: readonly By[] = ['day', 'touchpoint', 'channel', 'survey', 'value']
const readWith = (by: By): readonly By[] => (together.includes(by) ? together : [by])

const placesOf = (row: AnyRow): (string | number)[] =>
  columns[row.by].map(({ name }) => row[name] ?? Number.POSITIVE_INFINITY) as (string | number)[]

const inOrder = (a: AnyRow, b: AnyRow): number => {
  const [here, there] = [placesOf(a), placesOf(b)]
  for (const [at, place] of here.entries()) {
    const other = there[at]
    if (other !== undefined && place !== other) return place < other ? -1 : 1
  }
  return 0
}

/** Rows of parts of a period as those of the whole, in the order of their keys. */
const addUp = (rows: readonly AnyRow[]): AnyRow[] => {
  const sums = new Map<string, AnyRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.by, row.metric, placesOf(row)])
    const sum = sums.get(key)
    sums.set(key, sum ? { ...sum, ...addSums(sum, row) } : row)
  }
  return [...sums.values()].sort(inOrder)
}

const statementOf = (facts: Facts, ways: readonly By[], from: string): string => {
  const keys = ways.flatMap((by) => columns[by])
  const sets = ways.map((by) => `(s.metric, ${columns[by].map(({ of }) => of)})`)
  const told = ways.map((by) => `when grouping(${columns[by][0]?.of}) = 0 then '${by}'`)
  return `select s.metric, min(s.kind) as kind, ${keys.map(({ name, of }) => `${of} as "${name}"`)}, ${facts.sums},
      case ${told.join(' ')} end as by
    ${from} group by grouping sets (${sets})
    order by ${keys.map((_, at) => at + 3)}`
}

/** One pass over the responses that fit, added up by one key. */
const readBy = (filter: FactFilter, facts: Facts, by: By): Promise<AnyRow[] | Failure> => {
  const { from, params } = facts.within(filter)
  return readWithin(limitMs, async (client) => (await client.query<AnyRow>(statementOf(facts, [by], from), params)).rows)
}

/** Likewise by every key at once, part after part of the period, under one time limit. */
const readAtOnce = async (filter: FactFilter, facts: Facts, by: By, reading: Reading): Promise<AnyRow[] | Failure> => {
  const rows = await readInParts<AnyRow>(filter, facts, reading, (from) => statementOf(facts, readWith(by), from))
  return isFailure(rows) ? rows : addUp(rows)
}

const keyOf = (filter: FactFilter, facts: Facts, by: By): string => JSON.stringify([filterKey(filter), facts.key, readWith(by)])

/** One row a metric of the facts and key that has answers, in the order of keys. */
export const sumFacts = async <B extends By>(
  facts: Facts,
  filter: FactFilter,
  by: B,
  reading: Reading | undefined,
): Promise<ByRow<B>[] | Failure> => {
  const rows = await (reading
    ? readOnce(reading.kept, keyOf(filter, facts, by), reading, (shared) => readAtOnce(filter, facts, by, shared))
    : readBy(filter, facts, by))
  if (isFailure(rows)) return rows
  return rows
    .filter((row) => row.by === by)
    .map(({ metric, kind, n, low, middle, high, sum, sumSquares, ...row }) => {
      const places = Object.fromEntries(columns[by].map(({ name }) => [name, row[name as keyof typeof row]]))
      const own = { metric, n, low, middle, high, sum, sumSquares, ...places }
      return (by === 'survey' ? { ...own, kind } : own) as unknown as ByRow<B>
    })
}

/** One row a metric and key that has answers, in the order of keys; from scores of single responses. */
export const sumBy = async <B extends By>(asked: RollupFilter, by: B): Promise<ByRow<B>[] | Failure> => {
  const { reading, metrics, cuts, ...filter } = asked
  // A screen asks for several metrics in turn: they are all read with the first.
  const rows = await sumFacts(scoreFacts({ cuts }, reading ? null : metrics), filter, by, reading)
  return isFailure(rows) ? rows : rows.filter(({ metric }) => metrics.includes(metric))
}
