import { addDays } from '@/domain/analysis/calendar'
import { adjustComparisons, type Comparison, compareSums } from '@/domain/analysis/compare-sums'
import { findShift, type Shift } from '@/domain/analysis/find-shift'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Period, previousPeriod } from '@/domain/analysis/period'
import type { Sums } from '@/domain/analysis/summarize'
import { type Failure, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { cutsOf, type Leasts, leastsOf } from '@/domain/metric/cut'
import { type HeadlineMetric, headlineMetrics } from '@/domain/score/metric-kind'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { RollupFilter, SummedRow } from '@/store/reports/rollup-filter'
import { sumRollupsByChannel } from '@/store/reports/sum-rollups-by-channel'
import { sumRollupsByDay } from '@/store/reports/sum-rollups-by-day'
import { sumRollupsByTouchpoint } from '@/store/reports/sum-rollups-by-touchpoint'
import { listTouchpointsWithStage } from '@/store/touchpoint/list-touchpoints-with-stage'
import type { HeadlineFilter } from './get-headlines'

/** What moved: a touchpoint or a channel on a metric. */
export type Mover = { by: 'touchpoint'; key: string; name: Localized } | { by: 'channel'; key: string }

/** `shift`: since when, where the days tell. */
export type Move = { mover: Mover; metric: HeadlineMetric; n: number; comparison: Comparison; shift: Shift | null }

/** `compared`: how many comparisons the screen makes; `onScreen`: those that were handed in, adjusted with the rest. */
export type Changes = { moves: Move[]; compared: number; onScreen: (Comparison | null)[] }

/** Under so many answers on a side nobody should act on a move. */
const fewestAnswers = 10

/** A baseline of less than four weeks says little of what is usual. */
const baselineDays = 28

/** How many moves are told, the largest first. */
const mostMoves = 6

/** How far a metric can move, so that moves of several metrics can be put in order. */
const reach: Record<HeadlineMetric, number> = { nps: 200, csat: 1, ces: 6 }

type Candidate = { mover: Mover; metric: HeadlineMetric; n: number; comparison: Comparison }

const candidatesOf = <Row extends SummedRow>(
  rowsNow: readonly Row[],
  rowsBefore: readonly Row[],
  groupOf: (row: Row) => string,
  moverOf: (group: string) => Mover | undefined,
  leasts: Leasts,
): Candidate[] =>
  rowsNow.flatMap((now) => {
    const metric = headlineMetrics.find((one) => one === now.metric)
    const mover = moverOf(groupOf(now))
    const before: Sums | undefined = rowsBefore.find((row) => row.metric === now.metric && groupOf(row) === groupOf(now))
    const isEnough = before && Math.min(now.n, before.n) >= fewestAnswers
    const comparison = metric && isEnough ? compareSums(metric, now, before, { least: leasts[metric] }) : null
    return metric && mover && comparison ? [{ mover, metric, n: now.n, comparison }] : []
  })

type Spans = { now: RollupFilter; before: RollupFilter; leasts: Leasts }

const compareTouchpoints = async ({ now, before, leasts }: Spans): Promise<Candidate[] | Failure> => {
  if (now.touchpoint) return []
  const [touchpoints, rowsNow, rowsBefore] = await Promise.all([
    listTouchpointsWithStage(now.organizationId),
    sumRollupsByTouchpoint(now),
    sumRollupsByTouchpoint(before),
  ])
  if (isFailure(rowsNow)) return rowsNow
  if (isFailure(rowsBefore)) return rowsBefore
  const moverOf = (id: string): Mover | undefined => {
    const touchpoint = touchpoints.find((one) => one.id === id)
    return touchpoint && { by: 'touchpoint', key: touchpoint.key, name: touchpoint.name }
  }
  return candidatesOf(rowsNow, rowsBefore, ({ touchpointId }) => touchpointId, moverOf, leasts)
}

const compareChannels = async ({ now, before, leasts }: Spans): Promise<Candidate[] | Failure> => {
  if (now.channel) return []
  const [rowsNow, rowsBefore] = await Promise.all([sumRollupsByChannel(now), sumRollupsByChannel(before)])
  if (isFailure(rowsNow)) return rowsNow
  if (isFailure(rowsBefore)) return rowsBefore
  const moverOf = (key: string): Mover | undefined => (key === '' ? undefined : { by: 'channel', key })
  return candidatesOf(rowsNow, rowsBefore, ({ channel }) => channel, moverOf, leasts)
}

const shiftOf = async ({ mover, metric, comparison }: Candidate, spans: Spans): Promise<Shift | null> => {
  const narrowed = { [mover.by]: mover.key, metrics: [metric] }
  const isJustBefore = addDays(spans.before.to, 1) === spans.now.from
  const longBefore = addDays(spans.now.from, -baselineDays)
  const from = isJustBefore && longBefore < spans.before.from ? longBefore : spans.before.from
  const [before, now] = await Promise.all([
    sumRollupsByDay({ ...spans.before, ...narrowed, from }),
    sumRollupsByDay({ ...spans.now, ...narrowed }),
  ])
  if (isFailure(before) || isFailure(now)) return null
  const shift = findShift(metric, before, now)
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
  const [cuts, leasts] = [cutsOf(definitions), leastsOf(definitions)]
  const within = (span: Period): RollupFilter => ({ ...filter, ...span, metrics: headlineMetrics, cuts })
  const spans = { now: within(period), before: within(comparedWith ?? previousPeriod(period)), leasts }
  const [byTouchpoint, byChannel] = await Promise.all([compareTouchpoints(spans), compareChannels(spans)])
  if (isFailure(byTouchpoint)) return byTouchpoint
  if (isFailure(byChannel)) return byChannel
  const candidates = [...byTouchpoint, ...byChannel]
  const adjusted = adjustComparisons([...beside, ...candidates.map(({ comparison }) => comparison)])
  const largest = candidates
    .map((candidate, at) => ({ ...candidate, comparison: adjusted[beside.length + at] ?? candidate.comparison }))
    .filter(({ comparison }) => comparison.isSignificant)
    .sort((a, b) => Math.abs(b.comparison.difference) / reach[b.metric] - Math.abs(a.comparison.difference) / reach[a.metric])
    .slice(0, mostMoves)
  const isDaily = isKeptInRollups(filter)
  const moves = await Promise.all(largest.map(async (move) => ({ ...move, shift: isDaily ? await shiftOf(move, spans) : null })))
  return { moves, compared: adjusted.filter((one) => one !== null).length, onScreen: adjusted.slice(0, beside.length) }
}
