import type { Interval } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import type { Measure } from '@/domain/metric/measure'
import { ownFacts } from './facts'
import { type MeasureFilter, placeMeasures } from './measure-places'
import type { RollupFilter } from './rollup-filter'
import { type ByRow, sumFacts } from './sum-by'
import { sumRollupsByChannel } from './sum-rollups-by-channel'
import { sumRollupsByDay } from './sum-rollups-by-day'
import { sumRollupsByTouchpoint } from './sum-rollups-by-touchpoint'
import { bucketBy, sumTouchpointBuckets } from './sum-touchpoint-buckets'

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

/** Measures that one statement can count: cut alike, of the same surveys. */
const alike = (measures: readonly Measure[]): Measure[][] => {
  const groups = new Map<string, Measure[]>()
  for (const measure of measures) {
    const key = JSON.stringify([measure.cuts, measure.surveys])
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push(measure)
  }
  return [...groups.values()]
}

/** Rows of sources as those of the measures that are counted from them. */
const ofMeasures = <Row extends { metric: string }>(measures: readonly Measure[], rows: readonly Row[]): Row[] =>
  rows.flatMap((row) => measures.filter(({ source }) => source === row.metric).map(({ key }) => ({ ...row, metric: key })))

const sumAll = async <W extends Way>(
  measures: readonly Measure[],
  filter: MeasureFilter,
  by: W,
): Promise<ByRow<W>[] | Failure> => {
  const { reading, ...asked } = filter
  const places = await placeMeasures(measures, asked)
  const found: ByRow<W>[] = []
  const read = daily[by]
  for (const group of alike(places.daily)) {
    const [{ cuts, surveys } = { cuts: {} }] = group
    const rows = await read({ ...filter, metrics: [...new Set(group.map(({ source }) => source))], cuts, surveys })
    if (isFailure(rows)) return rows
    found.push(...ofMeasures(group, rows))
  }
  if (places.own.length === 0) return found
  const rows = await sumFacts(ownFacts(places.own), asked, by, reading)
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
