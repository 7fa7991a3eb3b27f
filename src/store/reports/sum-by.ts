import type pg from 'pg'
import type { Day } from '@/domain/analysis/calendar'
import { addSums } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import type { Cuts } from '@/domain/metric/cut'
import type { MetricKind } from '@/domain/score/score'
import { splitByCustomer, type Wish } from '../condition/customer-terms'
import { findCustomersByTerms } from '../customer/find-customers-by-terms'
import { readWithin, tooSlow } from '../read-within'
import { partsOf } from './parts-of'
import type { Reading } from './reading'
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
export type AnyRow = SummedRow & { by: By } & Keys['day'] & Keys['touchpoint'] & Keys['channel'] & Keys['survey'] & Keys['value']

const columns: { [B in By]: { name: keyof Keys[B]; of: string } } = {
  day: { name: 'day', of: 's.day' },
  touchpoint: { name: 'touchpointId', of: 's.touchpoint_id' },
  channel: { name: 'channel', of: 's.channel' },
  survey: { name: 'surveyId', of: 's.survey_id' },
  value: { name: 'value', of: 'case when s.value between 0 and 10 and s.value = trunc(s.value) then s.value::int end' },
}
const everyBy = Object.keys(columns) as By[]

/** In ms: how long a screen that shows how far it is may look through single responses. */
const patienceMs = 20_000

const placeOf = (row: AnyRow): string | number => row[columns[row.by].name] ?? Number.POSITIVE_INFINITY

/** Rows of parts of a period as those of the whole, in the order of their keys. */
const addUp = (rows: readonly AnyRow[]): AnyRow[] => {
  const sums = new Map<string, AnyRow>()
  for (const row of rows) {
    const key = JSON.stringify([row.by, row.metric, placeOf(row)])
    const sum = sums.get(key)
    sums.set(key, sum ? { ...sum, ...addSums(sum, row) } : row)
  }
  return [...sums.values()].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0))
}

const statementOf = (cuts: Cuts, ways: readonly By[], from: string): string => {
  const keys = ways.map((by) => columns[by])
  return `select s.metric, min(s.kind) as kind, ${keys.map(({ name, of }) => `${of} as "${name}"`)}, ${scoreSums(cuts)},
      case ${ways.map((by) => `when grouping(${columns[by].of}) = 0 then '${by}'`).join(' ')} end as by
    ${from} group by grouping sets (${keys.map(({ of }) => `(s.metric, ${of})`)})
    order by ${keys.map((_, at) => at + 3)}`
}

/** One pass over the responses that fit, added up by one key. */
const readBy = ({ reading: _, ...filter }: RollupFilter, by: By): Promise<AnyRow[] | Failure> => {
  const { from, params } = scoresThatFit(filter)
  return readWithin(limitMs, async (client) => (await client.query<AnyRow>(statementOf(filter.cuts, [by], from), params)).rows)
}

/** In days: each part of a period brings the customers along, and looking at the responses of a few days costs less than that. */
const partWithCustomers = 30

/** The customers whom a condition asks for, found once for all periods of a screen. */
const customersOf = async ({ organizationId, where }: RollupFilter, wishes: readonly Wish[], { customers }: Reading) => {
  const key = JSON.stringify([organizationId, where])
  const find = (client: pg.PoolClient) => findCustomersByTerms(client, organizationId, wishes)
  const found = customers.get(key) ?? readWithin(patienceMs, find)
  customers.set(key, found)
  return found
}

/** A filter whose condition on customers has been asked of them, instead of each of their responses. */
const withCustomers = async (filter: RollupFilter, reading: Reading) => {
  const { wishes, rest } = splitByCustomer(filter.where ?? { all: [] })
  if (wishes.length === 0) return filter
  const customers = await customersOf(filter, wishes, reading)
  if (isFailure(customers)) return customers
  return customers ? { ...filter, customers, where: rest } : filter
}

/** Likewise by every key at once and of all metrics, part after part of the period, under one time limit. */
const readInParts = async ({ reading: _, ...asked }: RollupFilter, reading: Reading): Promise<AnyRow[] | Failure> => {
  const since = performance.now()
  const filter = await withCustomers(asked, reading)
  if (isFailure(filter)) return filter
  const parts = partsOf(filter, 'customers' in filter ? partWithCustomers : undefined)
  reading.progress.expect(parts.length)
  const rows: AnyRow[] = []
  for (const span of parts) {
    const { from, params } = scoresThatFit({ ...filter, metrics: null }, '', span)
    const left = patienceMs - (performance.now() - since)
    const read = (client: pg.PoolClient) => client.query<AnyRow>(statementOf(filter.cuts, everyBy, from), params)
    const found = left > 0 ? await readWithin(left, read) : tooSlow(patienceMs)
    if (isFailure(found)) return tooSlow(patienceMs)
    rows.push(...found.rows)
    reading.progress.advance()
  }
  return addUp(rows)
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
  const found = reading ? (reading.kept.get(key) ?? readInParts(filter, reading)) : readBy(filter, by)
  reading?.kept.set(key, found)
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
