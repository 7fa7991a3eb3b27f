import { type Failure, fail } from '@/domain/errors'
import { inProgramme } from '@/store/programme/apply-programme'
import { Refused } from '@/store/programme/transaction'
import { type Undoable, undoChanges as undo } from '@/store/programme/undo-changes'

/**
 * Takes back what one apply changed in teams, journeys, touchpoints and rules, all or nothing; answers the apply that took
 * it back, so that it can be done again. With `kinds`, only an apply that changed nothing else. A conflict when one of them was changed again since, or is in use by now.
 */
export const undoChanges = async (
  organizationId: string,
  applyId: string,
  by: string,
  kinds?: readonly Undoable[],
): Promise<{ applyId: string } | Failure> => {
  try {
    return await inProgramme(organizationId, by, async (scope) =>
      (await undo(scope, applyId, kinds)) ? { applyId: scope.applyId } : fail('not_found', 'There is nothing to take back.'),
    )
  } catch (error) {
    if (error instanceof Refused) return fail('conflict', 'This can’t be taken back any more.', error.issues)
    throw error
  }
}
