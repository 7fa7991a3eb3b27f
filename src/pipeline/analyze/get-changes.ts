import { addDays } from '@/domain/analysis/calendar'
import { adjustComparisons, type Comparison } from '@/domain/analysis/compare-sums'
import type { Shift } from '@/domain/analysis/find-shift'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Period, previousPeriod } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import { inGroups } from '@/domain/in-groups'
import type { Localized } from '@/domain/localized'
import type { Better } from '@/domain/metric/better'
import { ownOnScreen } from '@/domain/metric/definition'
import { comparisonOf, countOf, type MeasuredSums, reachOf, shownAs, sumsOfRows } from '@/domain/metric/number-of'
import { betterOfReading, measuresOf, measuresOfAll, type Reading, type Readings, readingsOf } from '@/domain/metric/reading'
import { shiftOf } from '@/domain/metric/shift-of'
import { headlineMetrics } from '@/domain/score/metric-kind'
import type { MetricKind } from '@/domain/score/score'
import { readDefinitions } from '@/store/metric/read-definitions'
import { type MeasureFilter, withoutOwnLook } from '@/store/reports/measure-places'
import { sumMeasures } from '@/store/reports/sum-measures'
import { listTouchpointsWithStage } from '@/store/touchpoint/list-touchpoints-with-stage'
import type { HeadlineFilter } from './get-headlines'

/** What moved: a touchpoint or a channel on a metric. */
export type Mover = { by: 'touchpoint'; key: string; name: Localized } | { by: 'channel'; key: string }

/** `kind`: how the metric's numbers are written; `shift`: since when, where the days tell. */
export type Move = Candidate & { shift: Shift | null }

/** `compared`: how many comparisons the screen makes; `onScreen`: those that were handed in, adjusted with the rest. */
export type Changes = { moves: Move[]; compared: number; onScreen: (Comparison | null)[] }

/** Under so many answers on a side nobody should act on a move. */
const fewestAnswers = 10

/** A baseline of less than four weeks says little of what is usual. */
const baselineDays = 28

/** How many moves are told, the largest first. */
const mostMoves = 6

type Candidate = {
  mover: Mover
  metric: string
  kind: MetricKind
  better: Better
  n: number
  comparison: Comparison
  reach: number
}

const candidatesOf = <Row extends MeasuredSums>(
  rowsNow: readonly Row[],
  rowsBefore: readonly Row[],
  groupOf: (row: Row) => string,
  moverOf: (group: string) => Mover | undefined,
  readings: Readings,
): Candidate[] => {
  const [groups, former] = [inGroups(rowsNow, groupOf), inGroups(rowsBefore, groupOf)]
  return [...groups].flatMap(([group, rows]) => {
    const [mover, now, before] = [moverOf(group), sumsOfRows(rows), sumsOfRows(former.get(group) ?? [])]
    return [...readings].flatMap(([metric, reading]): Candidate[] => {
      const n = countOf(reading, now)
      const isEnough = mover && Math.min(n, countOf(reading, before)) >= fewestAnswers
      const comparison = isEnough ? comparisonOf(reading, now, before) : null
      if (!mover || !comparison) return []
      const [kind, better] = [shownAs(reading), betterOfReading(reading)]
      return [{ mover, metric, kind, better, n, comparison, reach: reachOf(reading, now) }]
    })
  })
}

type Spans = { now: MeasureFilter; before: MeasureFilter; readings: Readings }

const compareTouchpoints = async ({ now, before, readings }: Spans): Promise<Candidate[] | Failure> => {
  if (now.touchpoint) return []
  const measures = measuresOfAll(readings)
  const [touchpoints, rowsNow, rowsBefore] = await Promise.all([
    listTouchpointsWithStage(now.organizationId),
    sumMeasures(measures, now, 'touchpoint'),
    sumMeasures(measures, before, 'touchpoint'),
  ])
  if (isFailure(rowsNow)) return rowsNow
  if (isFailure(rowsBefore)) return rowsBefore
  const moverOf = (id: string): Mover | undefined => {
    const touchpoint = touchpoints.find((one) => one.id === id)
    return touchpoint && { by: 'touchpoint', key: touchpoint.key, name: touchpoint.name }
  }
  return candidatesOf(rowsNow, rowsBefore, ({ touchpointId }) => touchpointId, moverOf, readings)
}

const compareChannels = async ({ now, before, readings }: Spans): Promise<Candidate[] | Failure> => {
  if (now.channel) return []
  const measures = measuresOfAll(readings)
  const [rowsNow, rowsBefore] = await Promise.all([
    sumMeasures(measures, now, 'channel'),
    sumMeasures(measures, before, 'channel'),
  ])
  if (isFailure(rowsNow)) return rowsNow
  if (isFailure(rowsBefore)) return rowsBefore
  const moverOf = (key: string): Mover | undefined => (key === '' ? undefined : { by: 'channel', key })
  return candidatesOf(rowsNow, rowsBefore, ({ channel }) => channel, moverOf, readings)
}

const compareAll = async (spans: Spans): Promise<Candidate[] | Failure> => {
  const [byTouchpoint, byChannel] = await Promise.all([compareTouchpoints(spans), compareChannels(spans)])
  if (isFailure(byTouchpoint)) return byTouchpoint
  return isFailure(byChannel) ? byChannel : [...byTouchpoint, ...byChannel]
}

/** What takes too long to count answer by answer isn't shown on the screen either, and isn't compared. */
const compareInTime = async (spans: Spans): Promise<Candidate[] | Failure> => {
  const found = await compareAll(spans)
  if (!isFailure(found)) return found
  const quick = await withoutOwnLook(spans.readings, spans.now)
  return quick.size < spans.readings.size ? compareAll({ ...spans, readings: quick }) : found
}

const shiftIn = async ({ mover, comparison }: Candidate, reading: Reading | undefined, spans: Spans): Promise<Shift | null> => {
  if (!reading) return null
  const isJustBefore = addDays(spans.before.to, 1) === spans.now.from
  const longBefore = addDays(spans.now.from, -baselineDays)
  const from = isJustBefore && longBefore < spans.before.from ? longBefore : spans.before.from
  const narrowed = { [mover.by]: mover.key }
  const [before, now] = await Promise.all([
    sumMeasures(measuresOf(reading), { ...spans.before, ...narrowed, from }, 'day'),
    sumMeasures(measuresOf(reading), { ...spans.now, ...narrowed }, 'day'),
  ])
  if (isFailure(before) || isFailure(now)) return null
  const shift = shiftOf(reading, before, now)
  return shift && (shift.direction === 'rise') === comparison.difference > 0 ? shift : null
}

/**
 * Where it moved most: touchpoints and channels against the period that they are compared with, only moves that are more than
 * chance over all comparisons of the screen (`beside` are its other ones), with the day since which they stand. What has to be
 * looked for among single responses is told without that day, since it would be counted once more for each move.
 */
export const getChanges = async (
  { period, comparedWith, ...filter }: HeadlineFilter,
  beside: readonly (Comparison | null)[] = [],
): Promise<Changes | Failure> => {
  const definitions = await readDefinitions(filter.organizationId)
  const readings = readingsOf(definitions, [...headlineMetrics, ...ownOnScreen(definitions)])
  const within = (span: Period): MeasureFilter => ({ ...filter, ...span })
  const spans = { now: within(period), before: within(comparedWith ?? previousPeriod(period)), readings }
  const candidates = await compareInTime(spans)
  if (isFailure(candidates)) return candidates
  const adjusted = adjustComparisons([...beside, ...candidates.map(({ comparison }) => comparison)])
  const largest = candidates
    .map((candidate, at) => ({ ...candidate, comparison: adjusted[beside.length + at] ?? candidate.comparison }))
    .filter(({ comparison }) => comparison.isSignificant)
    .sort((a, b) => Math.abs(b.comparison.difference) / b.reach - Math.abs(a.comparison.difference) / a.reach)
    .slice(0, mostMoves)
  const isDaily = isKeptInRollups(filter)
  const moves = await Promise.all(
    largest.map(async (move) => ({ ...move, shift: isDaily ? await shiftIn(move, readings.get(move.metric), spans) : null })),
  )
  return { moves, compared: adjusted.filter((one) => one !== null).length, onScreen: adjusted.slice(0, beside.length) }
}
