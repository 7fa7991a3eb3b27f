import { type CaseOptionKind, type CaseOptions, checkTree } from '@/domain/case/options'
import { isSame } from '@/domain/same-json'
import { type OptionRow, overlay } from '../case/read-options'
import { recordChange } from './record-change'
import { type Change, json, Refused, type Scope } from './transaction'

export const readOptions = async ({ db, organizationId }: Scope): Promise<CaseOptions> => {
  const rows = await db.caseOption.findMany({ where: { organizationId }, orderBy: [{ createdAt: 'asc' }, { key: 'asc' }] })
  return overlay(
    rows.map(({ kind, key, definition, removedAt }): OptionRow => {
      return { kind: kind as CaseOptionKind, key, definition, isRemoved: removedAt !== null }
    }),
  )
}

const readOne = async (scope: Scope, kind: CaseOptionKind, key: string): Promise<unknown> => {
  const options: Readonly<Record<string, unknown>> = (await readOptions(scope))[kind]
  return Object.hasOwn(options, key) ? options[key] : undefined
}

const write = async (scope: Scope, kind: CaseOptionKind, key: string, data: { definition: unknown; removedAt: Date | null }) => {
  const { db, organizationId } = scope
  const columns = { definition: json(data.definition), removedAt: data.removedAt }
  await db.caseOption.upsert({
    where: { organizationId_kind_key: { organizationId, kind, key } },
    create: { organizationId, kind, key, ...columns },
    update: columns,
  })
}

export const saveOption = async (scope: Scope, kind: CaseOptionKind, key: string, definition: unknown): Promise<Change> => {
  const before = await readOne(scope, kind, key)
  if (before !== undefined && isSame(before, definition)) return 'unchanged'
  await write(scope, kind, key, { definition, removedAt: null })
  return recordChange(scope, { kind, key, before, after: definition })
}

/** Called when all causes of a file are saved: they may stand in any order. */
export const checkCauses = async (scope: Scope): Promise<void> => {
  const faults = checkTree((await readOptions(scope)).rootCauses)
  if (faults.length > 0) throw new Refused(faults)
}

const isUsed = async ({ db, organizationId }: Scope, kind: CaseOptionKind, key: string): Promise<boolean> => {
  if (kind === 'caseMails') return false
  const [type, field] = kind === 'rootCauses' ? ['resolve', 'rootCause'] : ['recover', 'action']
  const rows = await db.$queryRaw<{ found: boolean }[]>`
    select exists (select 1 from case_events where organization_id = ${organizationId}::uuid and type = ${type} and data ->> ${field} = ${key})
      as found`
  return rows[0]?.found ?? false
}

/**
 * Takes an option away; one that a case was worked with is archived instead, so that its history keeps its name. A cause that
 * others stand below stays. Answers whether there was one.
 */
export const removeOption = async (scope: Scope, kind: CaseOptionKind, key: string): Promise<boolean> => {
  const before = await readOne(scope, kind, key)
  if (before === undefined) return false
  if (kind === 'rootCauses') {
    const below = Object.entries((await readOptions(scope)).rootCauses).filter(([, { parent }]) => parent === key)
    if (below.length > 0)
      throw new Refused([{ path: `rootCauses.${key}`, message: `${below.map(([one]) => `"${one}"`).join(', ')} stand below it` }])
  }
  if (await isUsed(scope, kind, key)) {
    await saveOption(scope, kind, key, { ...(before as object), archived: true })
    return true
  }
  await write(scope, kind, key, { definition: before, removedAt: new Date() })
  await recordChange(scope, { kind, key, before, after: undefined })
  return true
}
