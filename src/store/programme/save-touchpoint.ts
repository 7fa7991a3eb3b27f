import { v7 as uuidV7 } from 'uuid'
import { isSame } from '@/domain/same-json'
import type { TouchpointInput } from '@/domain/touchpoint/schema'
import { countAgain } from '../rebuild/count-again'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

export const readTouchpoints = async ({ db, organizationId }: Scope, key?: string): Promise<Record<string, TouchpointInput>> => {
  const rows = await db.touchpoint.findMany({
    where: { organizationId, ...(key === undefined ? {} : { key }) },
    include: { stage: { include: { journey: true } }, ownerMember: { include: { user: true } }, ownerTeam: true },
    orderBy: { createdAt: 'asc' },
  })
  return Object.fromEntries(
    rows.map((row) => {
      const { standardMetric: metric, standardTarget: target, standardResponseHours: responseHours } = row
      return [
        row.key,
        {
          name: row.name,
          journey: row.stage.journey.key,
          stage: row.stage.key,
          channel: row.channel,
          ...(row.dimension === null ? {} : { dimension: row.dimension }),
          ...(row.module === null ? {} : { module: row.module }),
          ...(row.momentOfTruth ? { momentOfTruth: true } : {}),
          ...(row.position === null ? {} : { position: row.position }),
          owner: row.ownerMember?.user.email ?? row.ownerTeam?.key ?? '',
          ...(metric === null || target === null
            ? {}
            : { standard: { metric, target, ...(responseHours === null ? {} : { responseHours }) } }),
          ...(row.archivedAt === null ? {} : { archived: true }),
        } as TouchpointInput,
      ]
    }),
  )
}

const findStage = async ({ db, organizationId }: Scope, key: string, { journey, stage }: TouchpointInput): Promise<string> => {
  const found = await db.journey.findUnique({
    where: { organizationId_key: { organizationId, key: journey } },
    include: { stages: true },
  })
  if (!found)
    throw new Refused([
      { path: `touchpoints.${key}.journey`, message: `there is no journey "${journey}"; add it to journeys first` },
    ])
  const id = found.stages.find((one) => one.key === stage)?.id
  if (!id) throw new Refused([{ path: `touchpoints.${key}.stage`, message: `journey "${journey}" has no stage "${stage}"` }])
  return id
}

const findOwner = async ({ db, organizationId }: Scope, key: string, owner: string) => {
  if (!owner.includes('@')) {
    const team = await db.team.findUnique({ where: { organizationId_key: { organizationId, key: owner } } })
    if (team) return { ownerTeamId: team.id, ownerMemberId: null }
  } else {
    const member = await db.member.findFirst({ where: { organizationId, isActive: true, user: { email: owner } } })
    if (member) return { ownerMemberId: member.id, ownerTeamId: null }
  }
  throw new Refused([{ path: `touchpoints.${key}.owner`, message: `there is no active member or team "${owner}"; add it first` }])
}

/** `archived: false` and `momentOfTruth: false` say no more than their absence. */
const plain = ({ archived, momentOfTruth, ...touchpoint }: TouchpointInput): TouchpointInput => ({
  ...touchpoint,
  ...(momentOfTruth ? { momentOfTruth } : {}),
  ...(archived ? { archived } : {}),
})

export const saveTouchpoint = async (scope: Scope, key: string, input: TouchpointInput): Promise<Change> => {
  const { db, organizationId } = scope
  const touchpoint = plain(input)
  const before = (await readTouchpoints(scope, key))[key]
  if (before && isSame(before, touchpoint)) return 'unchanged'
  const data = {
    name: json(touchpoint.name),
    stageId: await findStage(scope, key, touchpoint),
    channel: touchpoint.channel,
    dimension: touchpoint.dimension ?? null,
    module: touchpoint.module ?? null,
    momentOfTruth: touchpoint.momentOfTruth ?? false,
    position: touchpoint.position ?? null,
    // An owner who has left stays until another is named: moving their touchpoint must not depend on it.
    ...(before?.owner === touchpoint.owner ? {} : await findOwner(scope, key, touchpoint.owner)),
    standardMetric: touchpoint.standard?.metric ?? null,
    standardTarget: touchpoint.standard?.target ?? null,
    standardResponseHours: touchpoint.standard?.responseHours ?? null,
    ...(Boolean(before?.archived) === Boolean(touchpoint.archived)
      ? {}
      : { archivedAt: touchpoint.archived ? new Date() : null }),
  }
  const { id } = await db.touchpoint.upsert({
    where: { organizationId_key: { organizationId, key } },
    create: { organizationId, id: uuidV7(), key, ...data },
    update: data,
    select: { id: true },
  })
  if (before && before.channel !== touchpoint.channel) await countAgain(scope, id)
  return recordChange(scope, { kind: 'touchpoints', key, before, after: touchpoint })
}
