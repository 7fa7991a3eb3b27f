import type { AboutOf } from '@/domain/alert/about'
import type { Finding, Found } from '@/domain/alert/finding'
import { addDays } from '@/domain/analysis/calendar'
import { findShift } from '@/domain/analysis/find-shift'
import { localDay } from '@/domain/analysis/local-day'
import type { Summary } from '@/domain/analysis/summarize'
import { metricsOf, pickMetric, scoreOf } from '@/domain/analysis/touchpoint-score'
import { isFailure } from '@/domain/errors'
import { type Definitions, findDefined } from '@/domain/metric/definition'
import { shownAs, summaryOf, sumsOfRows } from '@/domain/metric/number-of'
import { measuresOfAll, type Reading, type Readings, readingsOf } from '@/domain/metric/reading'
import { readDefinitions } from '@/store/metric/read-definitions'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { makeReading } from '@/store/reports/reading'
import { sumMeasures } from '@/store/reports/sum-measures'
import type { WatchedRule } from '@/store/rule/claim-watched'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

type Series = {
  organizationId: string
  touchpoints: PlacedTouchpoint[]
  today: string
  definitions: Definitions
  readings: Readings
}

const read = async ({ organizationId, touchpoints }: WatchedRule, now: Date): Promise<Series> => {
  const [{ timeZone }, placed, definitions] = await Promise.all([
    getOrganizationDetail(organizationId),
    listTouchpointsWithStage(organizationId),
    readDefinitions(organizationId),
  ])
  const watched = placed.filter(({ key }) => touchpoints === 'all' || touchpoints.includes(key))
  const readings = readingsOf(definitions, metricsOf(watched))
  return { organizationId, touchpoints: watched, today: localDay(now, timeZone), definitions, readings }
}

const tooSlow = () => new Error('the answers that a metric of a standard is counted from take too long to look at')

/** Sums of the last days at each touchpoint. */
const sumDays = async ({ organizationId, readings, today }: Series, days: number) => {
  const span = { from: addDays(today, 1 - days), to: today }
  const rows = await sumMeasures(measuresOfAll(readings), { organizationId, ...span, reading: makeReading() }, 'touchpoint')
  if (isFailure(rows)) throw tooSlow()
  return rows
}

/** A shift is looked for among the last two weeks, against the four before. */
const watchedDays = 14
const baselineDays = 28

const measured = ({ definitions }: Series, metric: string, reading: Reading, { n, value, low, high }: Summary) => {
  const definition = findDefined(definitions, metric)?.definition
  const named = definition && 'name' in definition ? { metricName: definition.name } : {}
  return value === null ? undefined : { metric, ...named, metricKind: shownAs(reading), n, value, low, high }
}

const shiftAt = async (
  series: Series,
  { key }: PlacedTouchpoint,
  metric: string,
  about: AboutOf<'shift'>,
): Promise<Finding | undefined> => {
  const { organizationId, today, readings } = series
  const reading = readings.get(metric)
  // An index is made of several series: there is no chart of one.
  if (!reading || 'parts' in reading) return undefined
  const from = addDays(today, 1 - watchedDays)
  const days = { from: addDays(from, -baselineDays), to: today }
  const rows = await sumMeasures([reading.measure], { organizationId, touchpoint: key, ...days, reading: makeReading() }, 'day')
  if (isFailure(rows)) throw tooSlow()
  const [before, now] = [rows.filter(({ day }) => day < from), rows.filter(({ day }) => day >= from)]
  const shift = findShift(reading.measure.kind, before, now)
  if (!shift || (about.direction === 'worse' && shift.direction === 'rise')) return undefined
  const summary = (some: typeof rows) => measured(series, metric, reading, summaryOf(reading, sumsOfRows(some)))
  const [since, formerly] = [summary(now.filter(({ day }) => day >= shift.since)), summary(before)]
  if (!since || !formerly || now.reduce((sum, { n }) => sum + n, 0) < about.least) return undefined
  return { kind: 'shift', ...shift, before: { n: formerly.n, value: formerly.value }, ...since }
}

/** Touchpoints whose metric has stood elsewhere for some days, by the shift detection that the Overview tells by. */
export const findShifts = async (rule: WatchedRule, about: AboutOf<'shift'>, now: Date): Promise<Found[]> => {
  const series = await read(rule, now)
  const rows = await sumDays(series, watchedDays)
  const found: Found[] = []
  for (const touchpoint of series.touchpoints) {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    const metric = about.metric ?? pickMetric(touchpoint, series.readings, sumsOfRows(own))
    const finding = metric === undefined ? undefined : await shiftAt(series, touchpoint, metric, about)
    if (finding) found.push({ base: `shift:${touchpoint.id}:${metric}`, finding, touchpointId: touchpoint.id, customerId: null })
  }
  return found
}

/** Touchpoints whose standard isn't met over the last days, by more than chance. */
export const findMissedStandards = async (
  rule: WatchedRule,
  { days, least }: AboutOf<'standard_missed'>,
  now: Date,
): Promise<Found[]> => {
  const series = await read(rule, now)
  const rows = await sumDays(series, days)
  return series.touchpoints.flatMap((touchpoint): Found[] => {
    const own = rows.filter(({ touchpointId }) => touchpointId === touchpoint.id)
    const { score, standing } = scoreOf(touchpoint, series.readings, sumsOfRows(own))
    if (!score || !standing || standing.isMet || !standing.isCertain || score.summary.n < least) return []
    const reading = series.readings.get(score.metric)
    const found = reading && measured(series, score.metric, reading, score.summary)
    if (!found) return []
    const from = addDays(series.today, 1 - days)
    const finding: Finding = { kind: 'standard_missed', from, target: standing.target, ...found }
    return [{ base: `standard:${touchpoint.id}`, finding, touchpointId: touchpoint.id, customerId: null }]
  })
}
