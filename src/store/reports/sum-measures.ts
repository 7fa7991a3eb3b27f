import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Interval } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import { inGroups } from '@/domain/in-groups'
import type { Measure } from '@/domain/metric/measure'
import { ownAtoms } from '../anonymity/own-atoms'
import { type OwnMeasure, ownFacts } from './facts'
import { isCut, type MeasureFilter, placeMeasures } from './measure-places'
import type { RollupFilter, SummedRow } from './rollup-filter'
import { type ByRow, sumFacts } from './sum-by'
import { sumRollupsByChannel } from './sum-rollups-by-channel'
import { sumRollupsByDay } from './sum-rollups-by-day'
import { sumRollupsByTouchpoint } from './sum-rollups-by-touchpoint'
import { bucketBy, sumTouchpointBuckets } from './sum-touchpoint-buckets'
import { withAnonymousBy } from './with-anonymous-by'

type Way = 'day' | 'touchpoint' | 'channel' | 'touchpointDay' | 'touchpointWeek' | 'touchpointMonth'
type Daily = { [W in Way]: (filter: RollupFilter) => Promise<ByRow<W>[] | Failure> }

const buckets = (interval: Interval) => (filter: RollupFilter) => sumTouchpointBuckets(filter, interval)
const daily: Daily = {
  day: sumRollupsByDay,
  touchpoint: sumRollupsByTouchpoint,
  channel: sumRollupsByChannel,
  touchpointDay: buckets('day'),
  touchpointWeek: buckets('week'),
  touchpointMonth: buckets('month'),
}

/** Measures that one statement can count: of the same surveys, and with the histogram or without. */
const alike = (measures: readonly Measure[], isDaily: boolean): Measure[][] => {
  const binned = new Set(measures.filter((measure) => isDaily && isCut(measure)).map(({ source }) => source))
  return [...inGroups(measures, ({ surveys, source }) => JSON.stringify([surveys, binned.has(source)])).values()]
}

/** A row of a source as one of a measure that is counted from it; a share's own cut through the histogram. */
const asMeasure = <One extends SummedRow>({ bins, ...row }: One, measure: Measure): Omit<One, 'bins'> => {
  const { key, cuts } = measure
  if (!isCut(measure) || !bins) return { ...row, metric: key }
  const least = cuts.mean?.positiveFrom ?? Number.POSITIVE_INFINITY
  const high = bins.reduce((sum, count, value) => (value >= least ? sum + count : sum), 0)
  return { ...row, metric: key, low: 0, middle: row.n - high, high }
}

const isHeld = ({ n, bins }: SummedRow): boolean => !bins || bins.reduce((sum, count) => sum + count, 0) === n

/** `unheld`: sources of which the histogram doesn't hold every answer. */
const readDaily = async <W extends Way>(group: readonly Measure[], filter: MeasureFilter, by: W, isDaily: boolean) => {
  const hasBins = isDaily && group.some(isCut)
  const cuts = group.find(({ key, source }) => key === source)?.cuts ?? {}
  const read = daily[by]
  const sources = [...new Set(group.map(({ source }) => source))]
  const rows = await read({ ...filter, metrics: sources, cuts, surveys: group[0]?.surveys, hasBins })
  if (isFailure(rows)) return rows
  const unheld = new Set(rows.filter((row) => !isHeld(row)).map(({ metric }) => metric))
  const isTold = (measure: Measure): boolean => !(isCut(measure) && unheld.has(measure.source))
  const told = rows.flatMap((row) =>
    group.filter((measure) => measure.source === row.metric && isTold(measure)).map((measure) => asMeasure(row, measure)),
  ) as ByRow<W>[]
  return { told, left: group.filter((measure) => !isTold(measure)).map((measure) => ({ ...measure, isScored: true })) }
}

/** Counted answer by answer, all measures in one look at each; anonymous ones as far as they may be told. */
const readOwn = <W extends Way>(own: readonly OwnMeasure[], filter: MeasureFilter, by: W): Promise<ByRow<W>[] | Failure> => {
  const read = ({ reading, metrics: _, cuts: __, ...asked }: RollupFilter) => sumFacts(ownFacts(own), asked, by, reading)
  return withAnonymousBy(by, { ...filter, metrics: [], cuts: {} }, read, ownAtoms(own, filter))
}

const sumAll = async <W extends Way>(
  measures: readonly Measure[],
  filter: MeasureFilter,
  by: W,
): Promise<ByRow<W>[] | Failure> => {
  const isDaily = isKeptInRollups(filter)
  const places = await placeMeasures(measures, filter)
  const groups = await Promise.all(alike(places.daily, isDaily).map((group) => readDaily(group, filter, by, isDaily)))
  const found: ByRow<W>[] = []
  const own = [...places.own]
  for (const group of groups) {
    if (isFailure(group)) return group
    found.push(...group.told)
    own.push(...group.left)
  }
  if (own.length === 0) return found
  const rows = await readOwn(own, filter, by)
  return isFailure(rows) ? rows : [...found, ...rows]
}

/**
 * One row a measure (`metric` is its key) and day, touchpoint or channel that has answers, whatever the measures are counted from:
 * daily counts where these can tell, else single responses, all that are counted answer by answer in one look at each.
 */
export const sumMeasures = <W extends 'day' | 'touchpoint' | 'channel'>(
  measures: readonly Measure[],
  filter: MeasureFilter,
  by: W,
): Promise<ByRow<W>[] | Failure> => sumAll(measures, filter, by)

/** One row a measure, touchpoint and bucket of the period that has answers. */
export const sumMeasureBuckets = (measures: readonly Measure[], filter: MeasureFilter, interval: Interval) =>
  sumAll(measures, filter, bucketBy[interval])
