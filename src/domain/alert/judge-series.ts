import { addDays, type Day } from '../analysis/calendar'
import type { Summary } from '../analysis/summarize'
import { metricsOf, pickMetric, scoreOf } from '../analysis/touchpoint-score'
import type { DaySums } from '../analysis/trend'
import { isForTheWorse } from '../metric/better'
import { type Definitions, findDefined } from '../metric/definition'
import { countOf, type MeasuredSums, shownAs, summaryOf, sumsOfRows } from '../metric/number-of'
import { betterOfReading, type Reading, type Readings } from '../metric/reading'
import { shiftOf } from '../metric/shift-of'
import { type AboutOf, namedMetric } from './about'
import type { Found } from './finding'

/** A touchpoint, and what it promises. */
export type WatchedPlace = { id: string; standardMetric: string | null; standardTarget: number | null }

/** What an organization measures by, and its day at the moment of judging. */
export type SeriesSetting = { definitions: Definitions; readings: Readings; today: Day }

/** What was answered to a measure at one touchpoint on a day; `day` and `since` as in every trend. */
export type SeriesRow = MeasuredSums & DaySums

/** A shift is looked for among the last two weeks, against the four before. */
const shiftDays = { watched: 14, baseline: 28 }

export type SeriesAbout = AboutOf<'shift'> | AboutOf<'standard_missed'>

/** The metrics that such a rule may judge these touchpoints by. */
export const judgedBy = (about: SeriesAbout, places: readonly WatchedPlace[]): string[] => {
  const named = namedMetric(about)
  return named === undefined ? metricsOf(places) : [named]
}

/** How many days, today among them, such a rule looks at. */
export const seriesDays = (about: SeriesAbout): number =>
  about.kind === 'shift' ? shiftDays.watched + shiftDays.baseline : about.days

const measured = (
  { definitions }: SeriesSetting,
  metric: string,
  reading: Reading,
  { n, value, low, high }: Omit<Summary, 'counts'>,
) => {
  const definition = findDefined(definitions, metric)?.definition
  const named = definition && 'name' in definition ? { metricName: definition.name } : {}
  const turned = betterOfReading(reading) === 'less' ? { better: 'less' as const } : {}
  return value === null ? undefined : { metric, ...named, metricKind: shownAs(reading), ...turned, n, value, low, high }
}

const judgeShift = (
  place: WatchedPlace,
  about: AboutOf<'shift'>,
  setting: SeriesSetting,
  rows: readonly SeriesRow[],
): Found | undefined => {
  const { readings, today } = setting
  const from = addDays(today, 1 - shiftDays.watched)
  const lately = rows.filter(({ day, since = day }) => since >= from)
  const metric = about.metric ?? pickMetric(place, readings, sumsOfRows(lately))
  const reading = metric === undefined ? undefined : readings.get(metric)
  if (metric === undefined || !reading) return undefined
  const [before, now] = [rows.filter(({ day }) => day < from), rows.filter(({ day }) => day >= from)]
  const shift = shiftOf(reading, before, now)
  if (!shift || (about.direction === 'worse' && !isForTheWorse(betterOfReading(reading), shift.direction))) return undefined
  const summary = (some: readonly SeriesRow[]) => measured(setting, metric, reading, summaryOf(reading, sumsOfRows(some)))
  const [since, formerly] = [summary(now.filter(({ day }) => day >= shift.since)), summary(before)]
  if (!since || !formerly || countOf(reading, sumsOfRows(now)) < about.least) return undefined
  return {
    base: `shift:${place.id}:${metric}`,
    finding: { kind: 'shift', ...shift, before: { n: formerly.n, value: formerly.value }, ...since },
    ...{ touchpointId: place.id, customerId: null },
  }
}

const judgeStandard = (
  place: WatchedPlace,
  { days, least }: AboutOf<'standard_missed'>,
  setting: SeriesSetting,
  rows: readonly SeriesRow[],
): Found | undefined => {
  const { score, standing } = scoreOf(place, setting.readings, sumsOfRows(rows))
  if (!score || !standing || standing.isMet || !standing.isCertain || score.summary.n < least) return undefined
  const reading = setting.readings.get(score.metric)
  const found = reading && measured(setting, score.metric, reading, score.summary)
  if (!found) return undefined
  return {
    base: `standard:${place.id}`,
    finding: { kind: 'standard_missed', from: addDays(setting.today, 1 - days), target: standing.target, ...found },
    ...{ touchpointId: place.id, customerId: null },
  }
}

/**
 * What a rule about a series finds at a touchpoint on a day, if anything. `rows` are the touchpoint's, of the `seriesDays` up to that
 * day: the worker reads them as they are, a back-test as they were.
 */
export const judgeSeries = (
  place: WatchedPlace,
  about: SeriesAbout,
  setting: SeriesSetting,
  rows: readonly SeriesRow[],
): Found | undefined =>
  about.kind === 'shift' ? judgeShift(place, about, setting, rows) : judgeStandard(place, about, setting, rows)
