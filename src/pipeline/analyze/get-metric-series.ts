import type { Day } from '@/domain/analysis/calendar'
import type { Interval } from '@/domain/analysis/period'
import { addSums, definitionOf, noSums, type Summary, type Sums, summarize } from '@/domain/analysis/summarize'
import { inBuckets } from '@/domain/analysis/trend'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { cutsOf, leastsOf } from '@/domain/metric/cut'
import { type Definitions, findDefined } from '@/domain/metric/definition'
import { type PartScore, scoreParts, summarizeIndex } from '@/domain/metric/index-score'
import { countsOf } from '@/domain/metric/measure'
import { summaryOf } from '@/domain/metric/number-of'
import { measuresOf, type Reading, readingOf } from '@/domain/metric/reading'
import { tellDefinition } from '@/domain/metric/tell-definition'
import { kindOfMetric } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import { measureSums } from '@/store/reports/measure-sums'
import { type GroupBy, type GroupedSums, metricSums } from '@/store/reports/metric-sums'
import type { RollupFilter } from '@/store/reports/rollup-filter'

/** `parts`: what an index is put together of, each with its own n and interval. */
export type SeriesPoint = Summary & { start: Day | null; group: string | null; parts?: PartScore[] }

/** `version` and `since` are those of the definition that the numbers were counted by; null for a question's own numbers. */
export type MetricSeries = {
  metric: string
  definition: string
  version: number | null
  since: Date | null
  series: SeriesPoint[]
}

type Asked = Omit<RollupFilter, 'metrics' | 'cuts' | 'surveys'> & {
  metric: string
  interval: Interval | 'all'
  groupBy?: GroupBy | undefined
  /** by the definitions of that moment; by those of now unless said otherwise */
  asOf?: Date | undefined
}

type Place = { start: Day | null; group: string | null; sums: Map<string, Sums> }

/** One place for each bucket and group that has answers, with each metric's sums in it. */
const gather = (rows: ReadonlyMap<string, readonly GroupedSums[]>, { interval, groupBy }: Asked): Place[] => {
  const places = new Map<string, Place>()
  for (const [metric, ofMetric] of rows)
    for (const row of ofMetric)
      for (const { start, sums } of interval === 'all' ? [{ start: null, sums: row }] : inBuckets(row, interval)) {
        const key = `${row.group ?? ''}\u0000${start ?? ''}`
        const place = places.get(key) ?? { start, group: row.group, sums: new Map() }
        places.set(key, place)
        place.sums.set(metric, addSums(place.sums.get(metric) ?? noSums, sums))
      }
  if (places.size === 0 && interval === 'all' && !groupBy) return [{ start: null, group: null, sums: new Map() }]
  // Parts of an index come one after the other, each in this order for itself.
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place)
}

const summaryAt = (reading: Reading, sums: Place['sums']): Summary & { parts?: PartScore[] } => {
  const sumsOf = (key: string) => sums.get(key) ?? noSums
  if ('parts' in reading)
    return { ...summarizeIndex(reading.parts, sumsOf, reading.least), parts: scoreParts(reading.parts, sumsOf) }
  const { measure } = reading
  const summary = summaryOf(reading, sumsOf)
  return { ...summary, counts: countsOf(measure, summary.counts, summary.n) }
}

const questionSeries = async (asked: Asked, definitions: Definitions): Promise<MetricSeries | Failure> => {
  const { metric, interval: _, groupBy, asOf: __, ...filter } = asked
  if (filter.survey === undefined)
    return fail('invalid', undefined, [
      { path: 'survey', message: `"${metric}" is no metric; if it is a question’s key, name its survey` },
    ])
  const rows = await metricSums({ ...filter, metrics: [metric], cuts: cutsOf(definitions) }, groupBy)
  if (isFailure(rows)) return rows
  const kind = rows[0]?.kind ?? kindOfMetric(metric)
  const series = gather(new Map([[metric, rows]]), asked).map(({ start, group, sums }) => ({
    start,
    group,
    ...summarize(kind, sums.get(metric) ?? noSums, leastsOf(definitions)[kind]),
  }))
  const defined = kind === 'nps' || kind === 'csat' || kind === 'ces' ? definitions.standard[kind] : undefined
  const definition = defined ? tellDefinition(defined) : definitionOf[kind]
  return { metric, definition, version: defined?.version ?? null, since: defined?.since ?? null, series }
}

/**
 * A metric over time and by group: a standard one, one of the organization's own, or a survey's question. With `all` there is one
 * point a group (and one with n 0 where nothing was answered); otherwise one for each bucket that has answers.
 */
export const getMetricSeries = async (asked: Asked): Promise<MetricSeries | Failure> => {
  const { metric, interval: _, groupBy, asOf, ...filter } = asked
  const definitions = await readDefinitions(filter.organizationId, asOf)
  const reading = readingOf(definitions, metric)
  if (!reading) return questionSeries(asked, definitions)
  const rows = await measureSums(measuresOf(reading), filter, groupBy)
  if (isFailure(rows)) return rows
  const series = gather(rows, asked).map(({ start, group, sums }) => ({ start, group, ...summaryAt(reading, sums) }))
  const defined = findDefined(definitions, metric)
  const definition = defined ? tellDefinition(defined) : definitionOf.sentiment
  return { metric, definition, version: defined?.version ?? 1, since: defined?.since ?? null, series }
}
