/** Which touchpoints stand in which stage, in order: the map while it is edited. */
export type Arrangement = Readonly<Record<string, readonly string[]>>

export type Place = { stage: string; index: number }

export type Direction = 'up' | 'down' | 'left' | 'right'

export const placeOf = (arrangement: Arrangement, key: string): Place | undefined => {
  for (const [stage, keys] of Object.entries(arrangement)) {
    const index = keys.indexOf(key)
    if (index >= 0) return { stage, index }
  }
  return undefined
}

/** The arrangement with a touchpoint taken out and put in at a place; beyond a stage's end is its end. */
export const moveTo = (arrangement: Arrangement, key: string, to: Place): Arrangement => {
  const without = Object.fromEntries(
    Object.entries(arrangement).map(([stage, keys]) => [stage, keys.filter((one) => one !== key)]),
  )
  const target = without[to.stage]
  if (!target) return arrangement
  const index = Math.max(0, Math.min(to.index, target.length))
  return { ...without, [to.stage]: [...target.slice(0, index), key, ...target.slice(index)] }
}

/** One step with an arrow key: within the stage, or to the same height in the stage beside it. At the edge nothing moves. */
export const moveStep = (arrangement: Arrangement, stages: readonly string[], key: string, direction: Direction): Arrangement => {
  const place = placeOf(arrangement, key)
  if (!place) return arrangement
  const { stage, index } = place
  if (direction === 'up' || direction === 'down') {
    const next = index + (direction === 'up' ? -1 : 1)
    const isInside = next >= 0 && next < (arrangement[stage]?.length ?? 0)
    return isInside ? moveTo(arrangement, key, { stage, index: next }) : arrangement
  }
  const beside = stages[stages.indexOf(stage) + (direction === 'left' ? -1 : 1)]
  return beside === undefined ? arrangement : moveTo(arrangement, key, { stage: beside, index })
}

type Placed = { stage: string; position?: number | undefined }

/** The touchpoints whose stage or position an arrangement changes, with their new ones. Stages that stay as they were say nothing. */
export const changedPlaces = (
  before: Arrangement,
  after: Arrangement,
  touchpoints: Readonly<Record<string, Placed>>,
): Record<string, { stage: string; position: number }> => {
  const changed: Record<string, { stage: string; position: number }> = {}
  for (const [stage, keys] of Object.entries(after)) {
    if (keys.join() === before[stage]?.join()) continue
    for (const [position, key] of keys.entries())
      if (touchpoints[key]?.stage !== stage || touchpoints[key]?.position !== position) changed[key] = { stage, position }
  }
  return changed
}
