import type { Found } from '@/domain/alert/finding'
import { judgeSeries, type SeriesAbout, type SeriesRow, type SeriesSetting, seriesDays } from '@/domain/alert/judge-series'
import type { SlowStandard } from '@/domain/alert/trouble'
import { addDays } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { metricsOf } from '@/domain/analysis/touchpoint-score'
import { type Failure, isFailure } from '@/domain/errors'
import { measuresOf, measuresOfAll, type Reading, readingsOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { type MeasureFilter, withoutOwnLook } from '@/store/reports/measure-places'
import { makeReading } from '@/store/reports/reading'
import { sumMeasureBuckets, sumMeasures } from '@/store/reports/sum-measures'
import type { WatchedRule } from '@/store/rule/claim-watched'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

export type WatchedSeries = Omit<SeriesSetting, 'today'> & { timeZone: string; touchpoints: PlacedTouchpoint[] }

/** The touchpoints that a rule is about, and what they are measured by. */
export const readWatched = async (organizationId: string, touchpoints: 'all' | readonly string[]): Promise<WatchedSeries> => {
  const [{ timeZone }, placed, definitions] = await Promise.all([
    getOrganizationDetail(organizationId),
    listTouchpointsWithStage(organizationId),
    readDefinitions(organizationId),
  ])
  const watched = placed.filter(({ key }) => touchpoints === 'all' || touchpoints.includes(key))
  return { timeZone, touchpoints: watched, definitions, readings: readingsOf(definitions, metricsOf(watched)) }
}

/** A metric’s days at one touchpoint, counted answer by answer under a time limit of its own. */
const readAlone = async (
  reading: Reading,
  { id: touchpointId, key: touchpoint }: PlacedTouchpoint,
  filter: MeasureFilter,
  limitMs: number,
): Promise<(SeriesRow & { touchpointId: string })[] | Failure> => {
  const rows = await sumMeasures(
    measuresOf(reading),
    { ...filter, touchpoint, reading: makeReading({ patienceMs: limitMs }) },
    'day',
  )
  return isFailure(rows) ? rows : rows.map((row) => ({ ...row, touchpointId }))
}

/**
 * What a rule about a series finds now. Standards that daily counts tell are read together; any other is counted on its own, so that one
 * that takes too long keeps nobody waiting: it is answered as slow, and its touchpoint isn't judged this time.
 */
export const findSeries = async (
  { organizationId, touchpoints }: WatchedRule,
  about: SeriesAbout,
  now: Date,
  limitMs = 20_000,
): Promise<{ found: Found[]; slow: SlowStandard[] }> => {
  const watched = await readWatched(organizationId, touchpoints)
  const today = localDay(now, watched.timeZone)
  const filter = { organizationId, from: addDays(today, 1 - seriesDays(about)), to: today }
  const kept = await withoutOwnLook(watched.readings, filter)
  const together = await sumMeasureBuckets(measuresOfAll(kept), { ...filter, reading: makeReading() }, 'day')
  if (isFailure(together)) throw new Error('the daily counts of touchpoints take too long to look at')
  const found: Found[] = []
  const slow: SlowStandard[] = []
  for (const place of watched.touchpoints) {
    const { id, key: touchpoint, standardMetric: metric } = place
    const reading = metric === null || kept.has(metric) ? undefined : watched.readings.get(metric)
    const alone = reading ? await readAlone(reading, place, filter, limitMs) : []
    if (isFailure(alone)) {
      slow.push({ touchpoint, metric: metric ?? '' })
      continue
    }
    const rows = [...together.filter(({ touchpointId }) => touchpointId === id), ...alone]
    const one = judgeSeries(place, about, { ...watched, today }, rows)
    if (one) found.push(one)
  }
  return { found, slow }
}
