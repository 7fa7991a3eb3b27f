import { namedMetric } from '@/domain/alert/about'
import type { Found } from '@/domain/alert/finding'
import {
  judgedBy,
  judgeSeries,
  type SeriesAbout,
  type SeriesRow,
  type SeriesSetting,
  seriesDays,
} from '@/domain/alert/judge-series'
import type { SlowMetric } from '@/domain/alert/trouble'
import { addDays } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { type Failure, isFailure } from '@/domain/errors'
import type { Measure } from '@/domain/metric/measure'
import { measuresOf, measuresOfAll, readingsOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { type MeasureFilter, withoutOwnLook } from '@/store/reports/measure-places'
import { makeReading } from '@/store/reports/reading'
import { sumMeasureBuckets, sumMeasures } from '@/store/reports/sum-measures'
import type { WatchedRule } from '@/store/rule/claim-watched'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

export type WatchedSeries = Omit<SeriesSetting, 'today'> & { timeZone: string; touchpoints: PlacedTouchpoint[] }

/** The touchpoints that a rule is about, and what they are judged by. */
export const readWatched = async (
  organizationId: string,
  touchpoints: 'all' | readonly string[],
  about: SeriesAbout,
): Promise<WatchedSeries> => {
  const [{ timeZone }, placed, definitions] = await Promise.all([
    getOrganizationDetail(organizationId),
    listTouchpointsWithStage(organizationId),
    readDefinitions(organizationId),
  ])
  const watched = placed.filter(({ key }) => touchpoints === 'all' || touchpoints.includes(key))
  return { timeZone, touchpoints: watched, definitions, readings: readingsOf(definitions, judgedBy(about, watched)) }
}

/** Days at one touchpoint, counted answer by answer under a time limit of its own. */
const readAlone = async (
  measures: readonly Measure[],
  { id: touchpointId, key: touchpoint }: PlacedTouchpoint,
  filter: MeasureFilter,
  limitMs: number,
): Promise<(SeriesRow & { touchpointId: string })[] | Failure> => {
  const rows = await sumMeasures(measures, { ...filter, touchpoint, reading: makeReading({ patienceMs: limitMs }) }, 'day')
  return isFailure(rows) ? rows : rows.map((row) => ({ ...row, touchpointId }))
}

/**
 * What a rule about a series finds now. Metrics that daily counts tell are read together; any other is counted on its own, so that one
 * that takes too long keeps nobody waiting: it is answered as slow, and its touchpoint isn't judged this time.
 */
export const findSeries = async (
  { organizationId, touchpoints }: WatchedRule,
  about: SeriesAbout,
  now: Date,
  limitMs = 20_000,
): Promise<{ found: Found[]; slow: SlowMetric[] }> => {
  const watched = await readWatched(organizationId, touchpoints, about)
  const today = localDay(now, watched.timeZone)
  const filter = { organizationId, from: addDays(today, 1 - seriesDays(about)), to: today }
  const kept = await withoutOwnLook(watched.readings, filter)
  const daily = measuresOfAll(kept)
  const together = await sumMeasureBuckets(daily, { ...filter, reading: makeReading() }, 'day')
  if (isFailure(together)) throw new Error('the daily counts of touchpoints take too long to look at')
  const found: Found[] = []
  const slow: SlowMetric[] = []
  for (const place of watched.touchpoints) {
    const { id, key: touchpoint, standardMetric } = place
    const metric = namedMetric(about) ?? standardMetric ?? ''
    const reading = kept.has(metric) ? undefined : watched.readings.get(metric)
    // Of an index, some parts may have been read with the others already.
    const left = reading ? measuresOf(reading).filter(({ key }) => !daily.some((one) => one.key === key)) : []
    const alone = left.length > 0 ? await readAlone(left, place, filter, limitMs) : []
    if (isFailure(alone)) {
      slow.push({ touchpoint, metric })
      continue
    }
    const rows = [...together.filter(({ touchpointId }) => touchpointId === id), ...alone]
    const one = judgeSeries(place, about, { ...watched, today }, rows)
    if (one) found.push(one)
  }
  return { found, slow }
}
