import { adjustComparisons } from '@/domain/analysis/compare-sums'
import { type Coverage, chooseMeasure, coverageOf, journeyMeasures } from '@/domain/analysis/journey-measure'
import { drawStage, type MappedStage, mapTouchpoint } from '@/domain/analysis/map-journey'
import { isKeptInRollups, type Narrowing } from '@/domain/analysis/narrowing'
import { bucketsOf, type Period, sparkInterval } from '@/domain/analysis/period'
import { metricsOf } from '@/domain/analysis/touchpoint-score'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { inGroups } from '@/domain/in-groups'
import type { Localized } from '@/domain/localized'
import type { Better } from '@/domain/metric/better'
import { findDefined } from '@/domain/metric/definition'
import { limitsOf, shownAs } from '@/domain/metric/number-of'
import { betterOfReading, measuresOfAll, readingsOf } from '@/domain/metric/reading'
import type { MetricKind } from '@/domain/score/score'
import { readDefinitions } from '@/store/metric/read-definitions'
import type { Reading } from '@/store/reports/reading'
import { sumMeasureBuckets, sumMeasures } from '@/store/reports/sum-measures'
import { listStages } from '@/store/touchpoint/list-stages'
import { listTouchpointsWithStage, type PlacedTouchpoint } from '@/store/touchpoint/list-touchpoints-with-stage'

export type JourneyStage = MappedStage<PlacedTouchpoint> & { key: string; name: Localized; phase: string }
export type MappedTouchpoint = JourneyStage['touchpoints'][number]
export type Journey = { key: string; name: Localized; stages: JourneyStage[] }

/** What the curve is drawn in; `name`: of one's own metric. */
export type DrawnMeasure = {
  key: string
  name: Localized | null
  kind: MetricKind
  better: Better
  limits: { from: number; to: number } | null
}

/** `measure`: what the curve is drawn in; `compared`: how many comparisons the screen makes, which are judged together. */
export type JourneyMap = {
  measure: DrawnMeasure
  coverage: Coverage
  source: 'rollups' | 'responses'
  compared: number
  journeys: Journey[]
}

/** Who answered, and when. */
export type MapSide = { narrowing: Narrowing; period: Period }
export type JourneyMapQuestion = {
  organizationId: string
  now: MapSide
  /** what it is seen against: another period or other customers. `isWithin`: one side holds the other, so that no test tells them apart */
  against: MapSide & { isWithin?: boolean }
  /** a metric of the organization’s, or sentiment; unless one is asked for, the usual one that most touchpoints have answers on */
  measure?: string | undefined
  /** shared by the numbers of one screen */
  reading?: Reading | undefined
}

const isAsked = ({ journey, touchpoint }: Narrowing, place: { journeyKey: string; key?: string }): boolean =>
  (journey === undefined || place.journeyKey === journey) &&
  (touchpoint === undefined || place.key === undefined || place.key === touchpoint)

/**
 * The journeys with their stages and touchpoints in order, each with its score against its standard and against another period
 * or other customers, and the curve over the stages; a stage is there before its first touchpoint is. `too_slow` where single
 * responses are asked for and too many fit.
 */
export const getJourneyMap = async (asked: JourneyMapQuestion): Promise<JourneyMap | Failure> => {
  const { organizationId, now, against } = asked
  const [stages, everywhere] = await Promise.all([listStages(organizationId), listTouchpointsWithStage(organizationId)])
  const touchpoints = everywhere.filter((touchpoint) => isAsked(now.narrowing, touchpoint))
  const definitions = await readDefinitions(organizationId)
  const wanted = asked.measure
  if (wanted !== undefined && wanted !== 'sentiment' && !findDefined(definitions, wanted))
    return fail('invalid', undefined, [{ path: 'measure', message: `there is no metric "${wanted}"` }])
  const readings = readingsOf(definitions, [...metricsOf(touchpoints), ...journeyMeasures, ...(wanted ? [wanted] : [])])
  const measures = measuresOfAll(readings)
  const filterOf = ({ narrowing, period }: MapSide) => ({ organizationId, ...narrowing, ...period, reading: asked.reading })
  const interval = sparkInterval(now.period)
  const [buckets, before] = await Promise.all([
    sumMeasureBuckets(measures, filterOf(now), interval),
    sumMeasures(measures, filterOf(against), 'touchpoint'),
  ])
  if (isFailure(buckets)) return buckets
  if (isFailure(before)) return before
  const isTested = against.isWithin !== true
  const at = ({ touchpointId }: { touchpointId: string }): string => touchpointId
  const [bucketsAt, beforeAt] = [inGroups(buckets, at), inGroups(before, at)]
  const starts = bucketsOf(now.period, interval)
  const placed = touchpoints.map((touchpoint) =>
    mapTouchpoint(touchpoint, {
      buckets: bucketsAt.get(touchpoint.id) ?? [],
      before: beforeAt.get(touchpoint.id) ?? [],
      starts,
      interval,
      isTested,
      readings,
    }),
  )
  const coverage = coverageOf(placed.flatMap(({ sums }) => sums))
  const key = chooseMeasure(wanted, coverage)
  const reading = readings.get(key)
  if (!reading) return fail('not_found', `There is nothing to read "${key}" from.`)
  const definition = findDefined(definitions, key)?.definition
  const name = definition && 'name' in definition ? definition.name : null
  const measure: DrawnMeasure = { key, name, kind: shownAs(reading), better: betterOfReading(reading), limits: limitsOf(reading) }
  const drawn = stages
    .filter((stage) => isAsked(now.narrowing, { journeyKey: stage.journeyKey }))
    .map((stage) => {
      const here = placed.filter(({ journeyKey, stageKey }) => journeyKey === stage.journeyKey && stageKey === stage.key)
      return { ...stage, ...drawStage(here, reading, isTested) }
    })
  const adjusted = adjustComparisons(
    drawn.flatMap((stage) => [stage.curve.change, ...stage.touchpoints.map(({ change }) => change)]),
  )
  const next = () => adjusted.shift() ?? null
  const compared = adjusted.filter((one) => one !== null).length
  const journeys = new Map<string, Journey>()
  for (const { journeyKey, journeyName, ...stage } of drawn) {
    const journey = journeys.get(journeyKey) ?? { key: journeyKey, name: journeyName, stages: [] }
    journeys.set(journeyKey, journey)
    const curve = { ...stage.curve, change: next() }
    journey.stages.push({ ...stage, curve, touchpoints: stage.touchpoints.map((one) => ({ ...one, change: next() })) })
  }
  const isDaily = isKeptInRollups(now.narrowing) && isKeptInRollups(against.narrowing)
  return { measure, coverage, source: isDaily ? 'rollups' : 'responses', compared, journeys: [...journeys.values()] }
}
