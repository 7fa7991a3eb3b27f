import { v7 as uuidV7 } from 'uuid'
import { Prisma } from '../generated/client'
import { type Change, json, type Scope } from './transaction'

export type ChangeOf = {
  kind: string
  key: string
  /** undefined where the object was made */
  before: unknown
  /** undefined where it was taken away */
  after: unknown
  /** the object's own version, where it has one; otherwise its changes are counted */
  version?: number
}

const countOn = async ({ db, organizationId }: Scope, { kind, key }: ChangeOf): Promise<number> => {
  const { _max } = await db.programmeChange.aggregate({ where: { organizationId, kind, key }, _max: { version: true } })
  return (_max.version ?? 0) + 1
}

/** Writes down who changed an object and what it was before, with the change itself: neither is there without the other. */
export const recordChange = async (scope: Scope, change: ChangeOf): Promise<Change> => {
  const { db, organizationId, by = 'system', applyId = uuidV7() } = scope
  const { kind, key, before, after } = change
  await db.programmeChange.create({
    data: {
      organizationId,
      id: uuidV7(),
      applyId,
      kind,
      key,
      version: change.version ?? (await countOn(scope, change)),
      before: before === undefined ? Prisma.DbNull : json(before),
      after: after === undefined ? Prisma.DbNull : json(after),
      by,
    },
  })
  return before === undefined ? 'created' : 'changed'
}
