import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { type Programme, programmeSchema } from '@/domain/programme/schema'
import { type FieldChange, tellChanges } from '@/domain/programme/tell-changes'
import { type AppliedObject, inProgramme, saveObjects } from '@/store/programme/apply-programme'
import { readAll, type StoredProgramme } from '@/store/programme/read-programme'
import { Refused } from '@/store/programme/transaction'
import { hashPasswords } from './hash-passwords'
import { refuseTargets } from './refuse-targets'

/** What applying would do to one object; `fields` are the places that would change. */
export type PlannedObject = { kind: keyof Programme; key: string; plan: 'create' | 'change' | 'leave'; fields: FieldChange[] }

/** Carries a plan out of the transaction that was tried and is rolled back. */
class Tried extends Error {
  constructor(readonly plan: PlannedObject[]) {
    super('tried only')
  }
}

const plans = { created: 'create', changed: 'change', unchanged: 'leave' } as const

const objectIn = (programme: StoredProgramme, { kind, key }: AppliedObject): unknown =>
  kind === 'settings' ? programme.settings : (programme[kind] as Record<string, unknown>)[key]

/**
 * What applying a programme would create, change and leave, or every fault with its path. It is tried in a transaction
 * that is rolled back, so the plan is what applying does, and nothing is changed.
 */
export const planProgramme = async (organizationId: string, input: unknown): Promise<{ plan: PlannedObject[] } | Failure> => {
  const parsed = parse(programmeSchema, input)
  if ('errors' in parsed) return fail('invalid', 'The programme can’t be applied.', parsed.errors)
  const refused = refuseTargets(parsed.value)
  if (refused.length > 0) return fail('invalid', 'The programme can’t be applied.', refused)
  const passwords = await hashPasswords(parsed.value)
  try {
    return await inProgramme(organizationId, 'system', async (scope) => {
      const before = await readAll(scope)
      const applied = await saveObjects(scope, parsed.value, passwords)
      const after = await readAll(scope)
      throw new Tried(
        applied.map((object) => ({
          kind: object.kind,
          key: object.key,
          plan: plans[object.change],
          fields: object.change === 'changed' ? tellChanges(objectIn(before, object), objectIn(after, object)) : [],
        })),
      )
    })
  } catch (error) {
    if (error instanceof Tried) return { plan: error.plan }
    if (error instanceof Refused) return fail('reference_missing', 'The programme can’t be applied.', error.issues)
    throw error
  }
}
