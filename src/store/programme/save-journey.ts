import { v7 as uuidV7 } from 'uuid'
import { isSame } from '@/domain/same-json'
import type { JourneyInput } from '@/domain/touchpoint/schema'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

export const readJourneys = async ({ db, organizationId }: Scope, key?: string): Promise<Record<string, JourneyInput>> => {
  const journeys = await db.journey.findMany({
    where: { organizationId, ...(key === undefined ? {} : { key }) },
    include: { stages: { orderBy: { position: 'asc' } } },
    orderBy: { createdAt: 'asc' },
  })
  return Object.fromEntries(
    journeys.map((journey) => [
      journey.key,
      {
        name: journey.name,
        stages: journey.stages.map(({ key: stage, name, phase }) => ({ key: stage, name, phase })),
      } as JourneyInput,
    ]),
  )
}

/** Takes away the stages that a journey no longer names: after its touchpoints were saved, since those may have moved. */
export const removeStages = async ({ db, organizationId }: Scope, key: string, { stages }: JourneyInput): Promise<void> => {
  const gone = await db.stage.findMany({
    where: { organizationId, journey: { key }, key: { notIn: stages.map((stage) => stage.key) } },
    include: { touchpoints: { select: { key: true } } },
  })
  const used = gone.filter((stage) => stage.touchpoints.length > 0)
  if (used.length > 0)
    throw new Refused(
      used.map((stage) => ({
        path: `journeys.${key}.stages`,
        message: `stage "${stage.key}" still has touchpoints (${stage.touchpoints.map((one) => one.key).join(', ')}); move them first`,
      })),
    )
  await db.stage.deleteMany({ where: { organizationId, id: { in: gone.map(({ id }) => id) } } })
}

/** Saves a journey. Stages that it no longer names stay until `removeStages`. */
export const saveJourney = async (scope: Scope, key: string, journey: JourneyInput): Promise<Change> => {
  const { db, organizationId } = scope
  const before = (await readJourneys(scope, key))[key]
  if (before && isSame(before, journey)) return 'unchanged'
  const { id } = await db.journey.upsert({
    where: { organizationId_key: { organizationId, key } },
    create: { organizationId, id: uuidV7(), key, name: json(journey.name) },
    update: { name: json(journey.name) },
  })
  for (const [position, stage] of journey.stages.entries()) {
    const data = { name: json(stage.name), phase: stage.phase, position }
    await db.stage.upsert({
      where: { organizationId_journeyId_key: { organizationId, journeyId: id, key: stage.key } },
      create: { organizationId, id: uuidV7(), journeyId: id, key: stage.key, ...data },
      update: data,
    })
  }
  return recordChange(scope, { kind: 'journeys', key, before, after: journey })
}
