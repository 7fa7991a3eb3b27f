import { adjustComparisons, type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import { bucketsOf, type Interval, type Period, readableInterval } from '@/domain/analysis/period'
import { addSums, noSums, type Summary, type Sums, summarize } from '@/domain/analysis/summarize'
import { inBuckets, type TrendPoint } from '@/domain/analysis/trend'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { type Defined, type Definitions, findDefined, type MetricDefinition, withDraft } from '@/domain/metric/definition'
import { compareIndex, type PartScore, type SumsOf, scoreParts, summarizeIndex } from '@/domain/metric/index-score'
import { measuresOf, type Reading, readingOf } from '@/domain/metric/reading'
import type { MetricKind } from '@/domain/score/score'
import { readDefinitions } from '@/store/metric/read-definitions'
import { measureSums } from '@/store/reports/measure-sums'
import type { GroupedSums } from '@/store/reports/metric-sums'
import type { RollupFilter } from '@/store/reports/rollup-filter'

/** A metric in a period beside another one; for an index with its parts. */
export type MetricView = {
  key: string
  defined: Defined
  /** how its numbers are written: a share as CSAT, an index as a mean */
  shownAs: MetricKind
  summary: Summary
  previous: Summary
  comparison: Comparison | null
  interval: Interval
  points: TrendPoint[]
  previousPoints: TrendPoint[]
  parts: PartScore[] | null
}

export type MetricQuestion = Omit<RollupFilter, 'metrics' | 'from' | 'to' | 'cuts' | 'surveys'> & {
  key: string
  period: Period
  comparedWith: Period
  /** by the definitions of that moment */
  asOf?: Date | undefined
  /** as if it were defined so */
  draft?: MetricDefinition | undefined
}

type Rows = ReadonlyMap<string, readonly GroupedSums[]>

const summaryOf = (reading: Reading, sumsOf: SumsOf): Summary =>
  'parts' in reading
    ? summarizeIndex(reading.parts, sumsOf, reading.least)
    : summarize(reading.measure.kind, sumsOf(reading.measure.key), reading.measure.least)

const comparisonOf = (reading: Reading, now: SumsOf, before: SumsOf): Comparison | null => {
  if ('parts' in reading) return compareIndex(reading.parts, now, before, reading.least)
  const { key, kind, least } = reading.measure
  return compareSums(kind, now(key), before(key), { least })
}

const totals = (rows: Rows): SumsOf => {
  const sums = new Map([...rows].map(([key, days]) => [key, days.reduce<Sums>(addSums, noSums)]))
  return (key) => sums.get(key) ?? noSums
}

const trend = (reading: Reading, rows: Rows, period: Period, interval: Interval): TrendPoint[] => {
  const sums = new Map<string, Sums>()
  for (const [key, days] of rows)
    for (const at of days.flatMap((day) => inBuckets(day, interval))) {
      const place = `${at.start} ${key}`
      sums.set(place, addSums(sums.get(place) ?? noSums, at.sums))
    }
  return bucketsOf(period, interval).map((start) => {
    const { counts: _, ...summary } = summaryOf(reading, (key) => sums.get(`${start} ${key}`) ?? noSums)
    return { start, ...summary }
  })
}

const viewOf = async (definitions: Definitions, asked: MetricQuestion): Promise<MetricView | Failure> => {
  const { key, period, comparedWith, asOf: _, draft: __, ...filter } = asked
  const [defined, reading] = [findDefined(definitions, key), readingOf(definitions, key)]
  if (!defined || !reading) return fail('not_found', `There is no metric "${key}".`)
  const read = async (span: Period): Promise<Rows | Failure> => {
    const rows = new Map<string, readonly GroupedSums[]>()
    for (const measure of measuresOf(reading)) {
      const found = await measureSums(measure, { ...filter, ...span })
      if (isFailure(found)) return found
      rows.set(measure.key, found)
    }
    return rows
  }
  const [rows, rowsBefore] = await Promise.all([read(period), read(comparedWith)])
  if (isFailure(rows)) return rows
  if (isFailure(rowsBefore)) return rowsBefore
  const [now, before] = [totals(rows), totals(rowsBefore)]
  const interval = readableInterval(period)
  return {
    key,
    defined,
    shownAs: 'parts' in reading ? 'mean' : reading.measure.shownAs,
    summary: summaryOf(reading, now),
    previous: summaryOf(reading, before),
    comparison: comparisonOf(reading, now, before),
    interval,
    points: trend(reading, rows, period, interval),
    previousPoints: trend(reading, rowsBefore, comparedWith, interval),
    parts: 'parts' in reading ? scoreParts(reading.parts, now) : null,
  }
}

/** One metric in a period beside another; `not_found` where nothing of that key is (or was) defined, `too_slow` as `getHeadlines`. */
export const getMetric = async (asked: MetricQuestion): Promise<MetricView | Failure> => {
  const definitions = await readDefinitions(asked.organizationId, asked.asOf)
  return viewOf(asked.draft ? withDraft(definitions, asked.key, asked.draft) : definitions, asked)
}

/** So many of one's own stand on the overview, the oldest first; the settings list all. */
const mostOwn = 24

/** The organization's own metrics, their changes judged together. */
export const getOwnMetrics = async (asked: Omit<MetricQuestion, 'key' | 'draft'>): Promise<MetricView[] | Failure> => {
  const definitions = await readDefinitions(asked.organizationId, asked.asOf)
  const views: MetricView[] = []
  for (const key of Object.keys(definitions.own).slice(0, mostOwn)) {
    const view = await viewOf(definitions, { ...asked, key })
    if (isFailure(view)) return view
    views.push(view)
  }
  const adjusted = adjustComparisons(views.map(({ comparison }) => comparison))
  return views.map((view, at) => ({ ...view, comparison: adjusted[at] ?? null }))
}
