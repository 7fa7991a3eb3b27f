import { type Condition, leavesOf } from './condition'

/** What a condition may ask of stored responses at most: each comparison is looked at for every one of them. */
export const conditionBounds = { comparisons: 50, values: 1000, depth: 10 } as const

const depthOf = (condition: Condition): number => {
  const parts =
    'all' in condition ? condition.all : 'any' in condition ? condition.any : 'not' in condition ? [condition.not] : []
  return 1 + Math.max(0, ...parts.map(depthOf))
}

/** Why a condition is too much to ask of stored responses, in a sentence; undefined for one that isn't. */
export const overBounds = (condition: Condition): string | undefined => {
  const leaves = leavesOf(condition)
  if (leaves.length > conditionBounds.comparisons)
    return `makes ${leaves.length} comparisons; at most ${conditionBounds.comparisons} can be asked at once`
  const values = leaves.reduce((sum, { value }) => sum + (Array.isArray(value) ? value.length : 1), 0)
  if (values > conditionBounds.values) return `names ${values} values; at most ${conditionBounds.values} can be asked at once`
  if (depthOf(condition) > conditionBounds.depth) return `nests deeper than ${conditionBounds.depth} levels`
  return undefined
}
