import { hashPassword, isPassword } from '@/auth/password'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { type Programme, programmeSchema } from '@/domain/programme/schema'
import { type AppliedObject, saveProgramme } from '@/store/programme/apply-programme'
import { type HashedPassword, readPasswordHash } from '@/store/programme/save-member'
import { Refused } from '@/store/programme/transaction'

const hashPasswords = async ({ members }: Programme): Promise<Map<string, HashedPassword>> => {
  const hashed = new Map<string, HashedPassword>()
  for (const [email, { password }] of Object.entries(members)) {
    if (password === undefined) continue
    const known = await readPasswordHash(email)
    const isSame = known !== null && (await isPassword(known, password))
    hashed.set(email, { isSame, hash: isSame ? known : await hashPassword(password) })
  }
  return hashed
}

/**
 * Applies a programme, as written or already parsed from YAML or JSON: all of it, or nothing and every fault with its
 * path. Applying the same twice changes nothing.
 */
export const applyProgramme = async (organizationId: string, input: unknown): Promise<{ applied: AppliedObject[] } | Failure> => {
  const parsed = parse(programmeSchema, input)
  if ('errors' in parsed) return fail('invalid', 'The programme can’t be applied.', parsed.errors)
  try {
    return { applied: await saveProgramme(organizationId, parsed.value, await hashPasswords(parsed.value)) }
  } catch (error) {
    if (error instanceof Refused) return fail('reference_missing', 'The programme can’t be applied.', error.issues)
    throw error
  }
}
