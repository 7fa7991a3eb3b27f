import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { programmeSchema } from '@/domain/programme/schema'
import { type AppliedObject, inProgramme, saveObjects } from '@/store/programme/apply-programme'
import { type Expected, findOutdated } from '@/store/programme/find-outdated'
import { Refused } from '@/store/programme/transaction'
import { hashPasswords } from './hash-passwords'
import { refuseTargets } from './refuse-targets'

export type ApplyOptions = {
  /** who changes it: a member's email, api:NAME, cli or system */
  by?: string
  /** journeys, touchpoints and rules as the caller last saw them (null: not there); nothing is changed if one differs by now */
  expected?: Expected
}

export type Applied = { applied: AppliedObject[]; applyId: string }

/**
 * Applies a programme, as written or already parsed from YAML or JSON: all of it, or nothing and every fault with its
 * path. Applying the same twice changes nothing. What was changed is written down under `applyId`.
 */
export const applyProgramme = async (
  organizationId: string,
  input: unknown,
  { by = 'system', expected = {} }: ApplyOptions = {},
): Promise<Applied | Failure> => {
  const parsed = parse(programmeSchema, input)
  if ('errors' in parsed) return fail('invalid', 'The programme can’t be applied.', parsed.errors)
  const refused = refuseTargets(parsed.value)
  if (refused.length > 0) return fail('invalid', 'The programme can’t be applied.', refused)
  const passwords = await hashPasswords(parsed.value)
  try {
    return await inProgramme(organizationId, by, async (scope): Promise<Applied | Failure> => {
      const outdated = await findOutdated(scope, expected)
      if (outdated.length > 0) return fail('conflict', 'Somebody else has changed this meanwhile.', outdated)
      return { applied: await saveObjects(scope, parsed.value, passwords), applyId: scope.applyId }
    })
  } catch (error) {
    if (error instanceof Refused) return fail('reference_missing', 'The programme can’t be applied.', error.issues)
    throw error
  }
}
