import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Measure } from '@/domain/metric/measure'
import { measuresOf, measuresOfAll, type Readings } from '@/domain/metric/reading'
import { pool } from '../connection'
import type { OwnMeasure } from './facts'
import { type RollupFilter, rollupParameters, rollupWhere } from './rollup-filter'

/** What of metrics’ filters doesn’t depend on the metric. */
export type MeasureFilter = Omit<RollupFilter, 'metrics' | 'cuts' | 'surveys'>

/** Which of these questions’ answers are scored, and so stand in rollups. A checked definition never mixes questions that are with such that aren't. */
const findScored = async ({ organizationId }: MeasureFilter, metrics: readonly string[]): Promise<ReadonlySet<string>> => {
  if (metrics.length === 0) return new Set()
  const { rows } = await pool().query<{ metric: string }>(
    `select m.metric from unnest($2::text[]) as m(metric)
      where exists (select 1 from rollups r where r.organization_id = $1 and r.metric = m.metric and r.n > 0)`,
    [organizationId, metrics],
  )
  return new Set(rows.map(({ metric }) => metric))
}

/** A share of one's own from a number on: what it is cut at, the histogram must hold. */
export const isCut = ({ key, source, cuts }: Measure): boolean => key !== source && 'mean' in cuts

const binned = Array.from({ length: 11 }, (_, value) => `r.c${value}`).join(' + ')

/** Those of which the histogram doesn't hold every answer: not whole values 0 … 10 only. */
export const findUnbinned = async (filter: MeasureFilter, metrics: readonly string[]): Promise<ReadonlySet<string>> => {
  if (metrics.length === 0) return new Set()
  const { rows } = await pool().query<{ metric: string }>(
    `select distinct r.metric from rollups r where ${rollupWhere} and r.n <> ${binned}`,
    rollupParameters({ ...filter, metrics, cuts: {} }),
  )
  return new Set(rows.map(({ metric }) => metric))
}

/**
 * Where measures are counted: `daily` in rollups (or, where these can't tell, in scores as all metrics are), `own` answer by answer.
 * A share among the daily ones is there as far as the histogram holds its answers, which whoever reads it sees.
 */
export type MeasurePlaces = { daily: Measure[]; own: OwnMeasure[] }

/** Metrics across surveys, and means and shares of scored questions, stand in daily counts; options, and numbers that are never scored, only in answers. */
export const placeMeasures = async (measures: readonly Measure[], filter: MeasureFilter): Promise<MeasurePlaces> => {
  const asked = measures.filter(({ key, source, options }) => key !== source && !options)
  const scored = await findScored(
    filter,
    asked.map(({ source }) => source),
  )
  const isDaily = isKeptInRollups(filter)
  const places: MeasurePlaces = { daily: [], own: [] }
  for (const measure of measures) {
    const { key, source, options, surveys } = measure
    const isScored = !options && scored.has(source)
    // Looked at one by one, what is cut or limited in a way of its own would be another pass over all scores.
    const isCounted = isScored && (isDaily || (!isCut(measure) && !surveys))
    if (key === source || isCounted) places.daily.push(measure)
    else places.own.push({ ...measure, isScored })
  }
  return places
}

/** Of readings those that need no look at answers one by one beside what every screen reads. */
export const withoutOwnLook = async (readings: Readings, filter: MeasureFilter): Promise<Readings> => {
  const { daily, own } = await placeMeasures(measuresOfAll(readings), filter)
  const unbinned = await findUnbinned(filter, isKeptInRollups(filter) ? daily.filter(isCut).map(({ source }) => source) : [])
  const keys = new Set(
    [...own, ...daily.filter((measure) => isCut(measure) && unbinned.has(measure.source))].map(({ key }) => key),
  )
  return new Map([...readings].filter(([, reading]) => !measuresOf(reading).some(({ key }) => keys.has(key))))
}
