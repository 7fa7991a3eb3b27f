import type { Condition } from './condition'

/** What asks for one more thing, without a level more than it needs. */
export const andCondition = (where: Condition | undefined, more: Condition): Condition => {
  if (where === undefined) return more
  return 'all' in where ? { all: [...where.all, more] } : { all: [where, more] }
}
