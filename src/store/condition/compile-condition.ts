import { overBounds } from '@/domain/condition/bounds'
import type { Condition, Leaf } from '@/domain/condition/condition'
import { opposites } from '@/domain/condition/evaluate'
import { type Around, compileLeaf } from './compile-leaf'

export type CompiledCondition = { sql: string; params: unknown[] }

/** Where a compiled condition stands: the name of the organization's parameter, and the number of its own first one. */
export type Placement = { organization: string; firstParameter: number }

const compile = (condition: Condition, around: Around): string => {
  const join = (parts: readonly Condition[], by: 'and' | 'or', none: string) =>
    parts.length === 0 ? none : `(${parts.map((part) => compile(part, around)).join(` ${by} `)})`
  if ('all' in condition) return join(condition.all, 'and', 'true')
  if ('any' in condition) return join(condition.any, 'or', 'false')
  if ('not' in condition) return `not (${compile(condition.not, around)})`
  const { op } = condition
  const opposite = opposites[op]
  const positive: Leaf = opposite ? { ...condition, op: opposite } : condition
  const sql = compileLeaf(positive, around)
  return opposite ? `not (${sql})` : `(${sql})`
}

/**
 * A condition as SQL over a row of `responses` named `r`, with the same verdict as `evaluate` gives over what is known of the
 * response. Everything that the condition says is a parameter. Throws for one over `conditionBounds`: whoever takes conditions
 * in refuses those, and texts with a NUL or half a surrogate pair, which PostgreSQL can't hold.
 */
export const compileCondition = (condition: Condition, { organization, firstParameter }: Placement): CompiledCondition => {
  const problem = overBounds(condition)
  if (problem) throw new RangeError(`the condition ${problem}`)
  const params: unknown[] = []
  const bind = (value: unknown, type: string): string => {
    params.push(value)
    return `$${firstParameter + params.length - 1}::${type}`
  }
  return { sql: compile(condition, { bind, organization }), params }
}
