import { comparisonOf, countOf, type MeasuredSums, pointsOf, summaryOf, sumsOfRows } from '../metric/number-of'
import type { Reading, Readings } from '../metric/reading'
import type { Day } from './calendar'
import type { Comparison } from './compare-sums'
import type { Interval } from './period'
import { isSuppressed, type Summary } from './summarize'
import { scoreOf, type TouchpointScore } from './touchpoint-score'
import type { DaySums, TrendPoint } from './trend'

/** What a touchpoint has on the map. `before`: the other side on the same metric; `points`: its trend; `sums`: by measure, on both sides. */
export type Mapped = TouchpointScore & {
  before: Summary | null
  change: Comparison | null
  points: TrendPoint[]
  sums: MeasuredSums[]
  sumsBefore: MeasuredSums[]
}

type Measured = {
  buckets: readonly (MeasuredSums & DaySums)[]
  before: readonly MeasuredSums[]
  /** the first days of the trend's buckets, each of an `interval` */
  starts: readonly Day[]
  interval: Interval
  isTested: boolean
  readings: Readings
}

const totalsOf = (rows: readonly MeasuredSums[]): MeasuredSums[] => {
  const sumsOf = sumsOfRows(rows)
  return [...new Set(rows.map(({ metric }) => metric))].map((metric) => ({ metric, ...sumsOf(metric) }))
}

export const mapTouchpoint = <Place extends { standardMetric: string | null; standardTarget: number | null }>(
  place: Place,
  { buckets, before, starts, interval, isTested, readings }: Measured,
): Place & Mapped => {
  const [now, other] = [sumsOfRows(buckets), sumsOfRows(before)]
  const scored = scoreOf(place, readings, now)
  const reading = scored.score ? readings.get(scored.score.metric) : undefined
  const otherSummary = reading && summaryOf(reading, other)
  return {
    ...place,
    ...scored,
    before: otherSummary && (otherSummary.n > 0 || isSuppressed(otherSummary)) ? otherSummary : null,
    change: reading && isTested ? comparisonOf(reading, now, other) : null,
    points: reading ? pointsOf(reading, buckets, starts, interval) : [],
    sums: totalsOf(buckets),
    sumsBefore: [...before],
  }
}

/** One point of the emotional curve: all answers of the stage's touchpoints on the measure together, each counted once. `touchpoints`: how many of them have any. */
export type CurvePoint = { summary: Summary; before: Summary; change: Comparison | null; touchpoints: number }

export type MappedStage<Place> = { curve: CurvePoint; touchpoints: (Place & Mapped)[] }

export const drawStage = <Place>(
  touchpoints: readonly (Place & Mapped)[],
  reading: Reading,
  isTested: boolean,
): MappedStage<Place> => {
  const now = sumsOfRows(touchpoints.flatMap(({ sums }) => sums))
  const before = sumsOfRows(touchpoints.flatMap(({ sumsBefore }) => sumsBefore))
  return {
    curve: {
      summary: summaryOf(reading, now),
      before: summaryOf(reading, before),
      change: isTested ? comparisonOf(reading, now, before) : null,
      touchpoints: touchpoints.filter(({ sums }) => countOf(reading, sumsOfRows(sums)) > 0).length,
    },
    touchpoints: [...touchpoints],
  }
}
