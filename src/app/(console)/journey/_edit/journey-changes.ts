import { keyOfText } from '@/domain/free-key'
import { type Arrangement, changedPlaces } from '@/domain/touchpoint/arrange'
import { firstStages } from '@/domain/touchpoint/first-stages'
import type { JourneyInput, TouchpointInput } from '@/domain/touchpoint/schema'
import type { JourneyDesign } from '@/pipeline/design/get-journey-design'
import type { Edit } from '../actions'

type Stage = JourneyInput['stages'][number]
type Design = Pick<JourneyDesign, 'journeys' | 'touchpoints'>

/** The touchpoints on the map, stage by stage, as the server orders them: by position, those without one behind, oldest first. */
export const arrangementOf = ({ journeys, touchpoints }: Design, journey: string): Arrangement => {
  const placed = Object.entries(touchpoints).filter(([, one]) => one.journey === journey && !one.archived)
  const order = ({ position }: TouchpointInput) => position ?? Number.POSITIVE_INFINITY
  return Object.fromEntries(
    (journeys[journey]?.stages ?? []).map(({ key }) => [
      key,
      placed
        .filter(([, one]) => one.stage === key)
        .sort(([, a], [, b]) => (order(a) === order(b) ? 0 : order(a) - order(b)))
        .map(([id]) => id),
    ]),
  )
}

/** Some touchpoints as they shall be, with what they were seen as. */
export const putTouchpoints = ({ touchpoints }: Design, changed: Record<string, TouchpointInput>): Edit => ({
  touchpoints: changed,
  expected: { touchpoints: Object.fromEntries(Object.keys(changed).map((key) => [key, touchpoints[key] ?? null])) },
})

export const putJourney = ({ journeys }: Design, key: string, journey: JourneyInput): Edit => ({
  journeys: { [key]: journey },
  expected: { journeys: { [key]: journeys[key] ?? null } },
})

export const rearrange = (design: Design, before: Arrangement, after: Arrangement): Edit => {
  const places = changedPlaces(before, after, design.touchpoints)
  return putTouchpoints(
    design,
    Object.fromEntries(
      Object.entries(places).flatMap(([key, place]) => {
        const touchpoint = design.touchpoints[key]
        return touchpoint ? [[key, { ...touchpoint, ...place }]] : []
      }),
    ),
  )
}

/** A touchpoint by its name alone, for the rest of its panel to be filled in: on the web, its maker answers for it. */
export const addTouchpoint = (design: Design, at: { journey: string; stage: string }, name: Stage['name'], owner: string) => {
  const text = typeof name === 'string' ? name : (Object.values(name)[0] ?? '')
  const key = keyOfText(text, 'touchpoint', (one) => one in design.touchpoints)
  return { key, edit: putTouchpoints(design, { [key]: { name, ...at, channel: 'web', owner } }) }
}

export const addJourney = (design: Design, name: JourneyInput['name']) => {
  const text = typeof name === 'string' ? name : (Object.values(name)[0] ?? '')
  const key = keyOfText(text, 'journey', (one) => one in design.journeys)
  return { key, edit: putJourney(design, key, { name, stages: firstStages }) }
}

const insert = (stages: readonly Stage[], stage: Stage, index: number): Stage[] => [
  ...stages.slice(0, index),
  stage,
  ...stages.slice(index),
]

/** Saves a stage at a place; one without a key is new. */
export const putStage = (
  design: Design,
  key: string,
  stage: Omit<Stage, 'key'> & { key?: string },
  index: number,
): Edit | undefined => {
  const journey = design.journeys[key]
  if (!journey) return undefined
  const text = typeof stage.name === 'string' ? stage.name : (Object.values(stage.name)[0] ?? '')
  const own = stage.key ?? keyOfText(text, 'stage', (taken) => journey.stages.some((one) => one.key === taken))
  const others = journey.stages.filter((one) => one.key !== own)
  return putJourney(design, key, { ...journey, stages: insert(others, { ...stage, key: own }, index) })
}

/** Takes a stage away; its archived touchpoints go to the stage beside it. */
export const removeStage = (design: Design, key: string, stage: string): Edit | undefined => {
  const journey = design.journeys[key]
  if (!journey) return undefined
  const index = journey.stages.findIndex((one) => one.key === stage)
  const beside = journey.stages[index - 1] ?? journey.stages[index + 1]
  if (index < 0 || !beside) return undefined
  const left = Object.entries(design.touchpoints).filter(([, one]) => one.journey === key && one.stage === stage && one.archived)
  const moved = putTouchpoints(design, Object.fromEntries(left.map(([id, one]) => [id, { ...one, stage: beside.key }])))
  const rest = putJourney(design, key, { ...journey, stages: journey.stages.filter((one) => one.key !== stage) })
  return { ...moved, ...rest, expected: { ...moved.expected, ...rest.expected } }
}
