import { type Failure, fail } from '@/domain/errors'
import { inProgramme } from '@/store/programme/apply-programme'
import { Refused, type Scope } from '@/store/programme/transaction'

/** Changes members in one transaction; what the store refuses is the answer. */
export const changeMembers = async <T>(
  organizationId: string,
  by: string,
  work: (scope: Required<Scope>) => Promise<T | Failure>,
): Promise<T | Failure> => {
  try {
    return await inProgramme(organizationId, by, work)
  } catch (error) {
    if (error instanceof Refused) return fail('conflict', error.issues[0]?.message, error.issues)
    throw error
  }
}
