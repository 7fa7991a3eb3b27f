import type { Period } from '@/domain/analysis/period'
import type { Localized } from '@/domain/localized'
import { type ScoredTouchpoint, scoreTouchpoints } from './score-touchpoints'

export type JourneyStage = { key: string; name: Localized; phase: string; touchpoints: ScoredTouchpoint[] }
export type JourneyMap = { key: string; name: Localized; stages: JourneyStage[] }

/** The journeys with their stages and touchpoints in order; stages without a touchpoint are left out. */
export const getJourneyMap = async (organizationId: string, period: Period): Promise<JourneyMap[]> => {
  const journeys = new Map<string, JourneyMap>()
  for (const touchpoint of await scoreTouchpoints({ organizationId, ...period })) {
    const journey = journeys.get(touchpoint.journeyKey) ?? {
      key: touchpoint.journeyKey,
      name: touchpoint.journeyName,
      stages: [],
    }
    journeys.set(journey.key, journey)
    const last = journey.stages.at(-1)
    if (last?.key === touchpoint.stageKey) last.touchpoints.push(touchpoint)
    else
      journey.stages.push({
        key: touchpoint.stageKey,
        name: touchpoint.stageName,
        phase: touchpoint.phase,
        touchpoints: [touchpoint],
      })
  }
  return [...journeys.values()]
}
