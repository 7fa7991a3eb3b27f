import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Period } from '@/domain/analysis/period'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import type { JourneyMap, JourneyStage, MappedTouchpoint } from '@/pipeline/analyze/get-journey-map'
import { told } from '../../metrics/[metric]/series-body'

const changeBody = (change: Comparison | null) =>
  change && {
    difference: change.difference,
    low: change.low,
    high: change.high,
    p: change.p,
    significant: change.isSignificant,
  }

const numbers = ({ n, value, low, high, hidden }: Summary) =>
  told({ n, value, low, high, ...(hidden === undefined ? {} : { hidden }) })

const ownerBody = ({ ownerName, ownerEmail, ownerTeam, ownerTeamKey }: MappedTouchpoint) =>
  ownerTeamKey ? { team: ownerTeamKey, name: ownerTeam } : ownerEmail ? { email: ownerEmail, name: ownerName } : null

const touchpointBody = (touchpoint: MappedTouchpoint) => {
  const { key, name, channel, dimension, module, isMomentOfTruth, score, standing, before, change, openCases } = touchpoint
  const { standardMetric: metric, standardTarget: target, standardResponseHours: responseHours } = touchpoint
  return {
    key,
    name,
    channel,
    dimension,
    module,
    momentOfTruth: isMomentOfTruth,
    owner: ownerBody(touchpoint),
    standard: metric && target !== null ? { metric, target, responseHours } : null,
    score: score && {
      metric: score.metric,
      ...numbers(score.summary),
      ...(isSuppressed(score.summary) ? {} : { counts: score.summary.counts }),
    },
    standing: standing && { target: standing.target, gap: standing.gap, met: standing.isMet, certain: standing.isCertain },
    before: before && numbers(before),
    change: changeBody(change),
    openCases,
  }
}

const stageBody = ({ key, name, phase, curve, touchpoints }: JourneyStage) => ({
  key,
  name,
  phase,
  curve: {
    ...numbers(curve.summary),
    touchpoints: curve.touchpoints,
    before: numbers(curve.before),
    change: changeBody(curve.change),
  },
  touchpoints: touchpoints.map(touchpointBody),
})

/** The map as the machine door tells it: what isn't known is null. */
export const journeyBody = (map: JourneyMap, period: Period, comparedWith: Period) => ({
  period,
  comparedWith,
  measure: map.measure.key,
  source: map.source,
  compared: map.compared,
  journeys: map.journeys.map(({ key, name, stages }) => ({ key, name, stages: stages.map(stageBody) })),
})
