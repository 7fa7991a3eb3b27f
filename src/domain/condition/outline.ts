import { type Condition, isLeaf, type Leaf } from './condition'

/** How the parts of a group hold: every one, at least one, not a single one, not all at once. */
export const joins = ['all', 'any', 'none', 'not_all'] as const
export type Join = (typeof joins)[number]

/** A condition as people edit it: groups of lines, where the tree's `not` is one more way to join. */
export type Outline = { join: Join; parts: readonly OutlinePart[] }
export type OutlinePart = Leaf | Outline

export const isGroup = (part: OutlinePart): part is Outline => 'join' in part

const toPart = (condition: Condition): OutlinePart => (isLeaf(condition) ? condition : toOutline(condition))

/** A condition's outline; one without any parts for no condition. */
export const toOutline = (condition: Condition | undefined): Outline => {
  if (!condition) return { join: 'all', parts: [] }
  if (isLeaf(condition)) return { join: 'all', parts: [condition] }
  if ('all' in condition) return { join: 'all', parts: condition.all.map(toPart) }
  if ('any' in condition) return { join: 'any', parts: condition.any.map(toPart) }
  const { not } = condition
  if (isLeaf(not) || 'not' in not) return { join: 'none', parts: [toPart(not)] }
  return { ...toOutline(not), join: 'any' in not ? 'none' : 'not_all' }
}

/** The condition of an outline, as short as it can be written; groups without parts are left out, none at all is undefined. */
export const fromOutline = ({ join, parts }: Outline): Condition | undefined => {
  const conditions = parts.flatMap((part): Condition[] => {
    const condition = isGroup(part) ? fromOutline(part) : part
    return condition ? [condition] : []
  })
  const [first, ...others] = conditions
  if (!first) return undefined
  if (others.length === 0) return join === 'all' || join === 'any' ? first : { not: first }
  if (join === 'all') return { all: conditions }
  if (join === 'any') return { any: conditions }
  return { not: join === 'none' ? { any: conditions } : { all: conditions } }
}
