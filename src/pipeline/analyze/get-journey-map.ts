import type { Period } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { listStages } from '@/store/touchpoint/list-stages'
import { type ScoredTouchpoint, scoreTouchpoints } from './score-touchpoints'

export type JourneyStage = { key: string; name: Localized; phase: string; touchpoints: ScoredTouchpoint[] }
export type JourneyMap = { key: string; name: Localized; stages: JourneyStage[] }

/** The journeys with their stages and touchpoints in order; a stage is there before its first touchpoint is. */
export const getJourneyMap = async (organizationId: string, period: Period): Promise<JourneyMap[]> => {
  const [stages, touchpoints] = await Promise.all([listStages(organizationId), scoreTouchpoints({ organizationId, ...period })])
  // Nothing is narrowed to, so rollups answer, and they have no time limit.
  if (isFailure(touchpoints)) throw new Error(touchpoints.detail)
  const journeys = new Map<string, JourneyMap>()
  for (const { journeyKey, journeyName, key, name, phase } of stages) {
    const journey = journeys.get(journeyKey) ?? { key: journeyKey, name: journeyName, stages: [] }
    journeys.set(journeyKey, journey)
    const own = touchpoints.filter((touchpoint) => touchpoint.journeyKey === journeyKey && touchpoint.stageKey === key)
    journey.stages.push({ key, name, phase, touchpoints: own })
  }
  return [...journeys.values()]
}
