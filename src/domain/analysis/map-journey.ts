import type { Leasts } from '../metric/cut'
import { type Comparison, compareSums } from './compare-sums'
import type { JourneyMeasure } from './journey-measure'
import type { Interval, Period } from './period'
import { addSums, noSums, type Summary, type Sums, summarize } from './summarize'
import { pickSums, scoreOf, type TouchpointScore } from './touchpoint-score'
import { type DaySums, type TrendPoint, trendOf } from './trend'

export type MetricSums = Sums & { metric: string }

/** What a touchpoint has on the map. `before`: the other side on the same metric; `points`: its trend; `sums`: by metric, on both sides. */
export type Mapped = TouchpointScore & {
  before: Summary | null
  change: Comparison | null
  points: TrendPoint[]
  sums: MetricSums[]
  sumsBefore: MetricSums[]
}

type Measured = {
  buckets: readonly (MetricSums & Pick<DaySums, 'day'>)[]
  before: readonly MetricSums[]
  period: Period
  interval: Interval
  isTested: boolean
  leasts?: Leasts
}

const totalsOf = (rows: readonly MetricSums[]): MetricSums[] => {
  const totals = new Map<string, Sums>()
  for (const row of rows) totals.set(row.metric, addSums(totals.get(row.metric) ?? noSums, row))
  return [...totals].map(([metric, sums]) => ({ metric, ...sums }))
}

/** The first bucket may begin before the period does; the answers in it don't. */
const withinPeriod = (day: string, { from }: Period): string => (day < from ? from : day)

export const mapTouchpoint = <Place extends { standardMetric: string | null; standardTarget: number | null }>(
  place: Place,
  { buckets, before, period, interval, isTested, leasts = {} }: Measured,
): Place & Mapped => {
  const sums = totalsOf(buckets)
  const shown = pickSums(place, sums)
  const scored = scoreOf(place, shown, leasts)
  const other = shown && before.find(({ metric }) => metric === shown.metric)
  const kind = scored.score?.kind
  const least = kind && leasts[kind]
  const days = buckets
    .filter(({ metric }) => metric === shown?.metric)
    .map((bucket) => ({ ...bucket, day: withinPeriod(bucket.day, period) }))
  return {
    ...place,
    ...scored,
    before: kind && other ? summarize(kind, other, least) : null,
    change: kind && shown && other && isTested ? compareSums(kind, shown, other, { least }) : null,
    points: kind ? trendOf(kind, days, period, interval, least) : [],
    sums,
    sumsBefore: [...before],
  }
}

/** One point of the emotional curve: all answers of the stage's touchpoints on the measure together, each counted once. `touchpoints`: how many of them have any. */
export type CurvePoint = { summary: Summary; before: Summary; change: Comparison | null; touchpoints: number }

export type MappedStage<Place> = { curve: CurvePoint; touchpoints: (Place & Mapped)[] }

export const drawStage = <Place>(
  touchpoints: readonly (Place & Mapped)[],
  measure: JourneyMeasure,
  isTested: boolean,
  least = 1,
): MappedStage<Place> => {
  const ofMeasure = (rows: readonly MetricSums[]) => rows.filter(({ metric, n }) => metric === measure && n > 0)
  const answered = touchpoints.flatMap(({ sums }) => ofMeasure(sums))
  const now = answered.reduce<Sums>(addSums, noSums)
  const before = touchpoints.flatMap(({ sumsBefore }) => ofMeasure(sumsBefore)).reduce<Sums>(addSums, noSums)
  return {
    curve: {
      summary: summarize(measure, now, least),
      before: summarize(measure, before, least),
      change: isTested ? compareSums(measure, now, before, { least }) : null,
      touchpoints: answered.length,
    },
    touchpoints: [...touchpoints],
  }
}
