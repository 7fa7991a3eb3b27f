import { type Fault, findLogicFaults } from '../logic-faults'
import type { Draft } from './operation'
import { type Problem, placeOfPath } from './problem'

const idOf = (draft: Draft, { path, code, about }: Fault): string => JSON.stringify([placeOfPath(draft, path), code, about])

/** The logic that meant something before an edit and doesn't after it: what asked for a question that is gone or comes later now. */
export const findBroken = (before: Draft, after: Draft): Problem[] => {
  const known = new Set(findLogicFaults(before).map((fault) => idOf(before, fault)))
  return findLogicFaults(after)
    .filter((fault) => !known.has(idOf(after, fault)))
    .map(({ path, code, about }) => ({ ...placeOfPath(after, path), code, about }))
}
