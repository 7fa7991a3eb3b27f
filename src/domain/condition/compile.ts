import type { Condition, Facts, Leaf } from './condition'
import { evaluate, fold, toNumber } from './evaluate'

/** A condition that was made ready once, to be asked about many responses. Same verdict as `evaluate`. */
export type Verdict = (facts: Facts) => boolean

const isPlain = (fact: unknown): boolean => typeof fact === 'number' || typeof fact === 'string'

/** Order against a number: what most rules ask, without a look at the operator each time. */
const againstNumber = (op: Leaf['op'], wanted: number): ((fact: number) => boolean) | undefined => {
  switch (op) {
    case 'lt':
      return (fact) => fact < wanted
    case 'lte':
      return (fact) => fact <= wanted
    case 'gt':
      return (fact) => fact > wanted
    case 'gte':
      return (fact) => fact >= wanted
    case 'eq':
      return (fact) => fact === wanted
    default:
      return undefined
  }
}

const compileNumber = (leaf: Leaf): Verdict | undefined => {
  const holds = typeof leaf.value === 'number' && Number.isFinite(leaf.value) ? againstNumber(leaf.op, leaf.value) : undefined
  if (!holds) return undefined
  return (facts) => {
    const fact = facts(leaf.field)
    if (fact === undefined) return false
    return typeof fact === 'number' && Number.isFinite(fact) ? holds(fact) : evaluate(leaf, () => fact)
  }
}

/** Equality with words, which are folded once. Words that write a number compare as numbers with a number: left to `evaluate`. */
const compileWords = (leaf: Leaf): Verdict | undefined => {
  const values: readonly unknown[] = Array.isArray(leaf.value) ? leaf.value : [leaf.value]
  const isWords = (leaf.op === 'eq' || leaf.op === 'in') && values.every((value) => typeof value === 'string')
  if (!isWords) return undefined
  const wanted = new Set(values.map(fold))
  const hasNumbers = values.some((value) => toNumber(value) !== undefined)
  return (facts) => {
    const fact = facts(leaf.field)
    if (fact === undefined || fact === '') return false
    return isPlain(fact) && !(hasNumbers && typeof fact === 'number') ? wanted.has(fold(fact)) : evaluate(leaf, () => fact)
  }
}

export const compile = (condition: Condition): Verdict => {
  if ('all' in condition) {
    const parts = condition.all.map(compile)
    return (facts) => parts.every((part) => part(facts))
  }
  if ('any' in condition) {
    const parts = condition.any.map(compile)
    return (facts) => parts.some((part) => part(facts))
  }
  if ('not' in condition) {
    const part = compile(condition.not)
    return (facts) => !part(facts)
  }
  return compileNumber(condition) ?? compileWords(condition) ?? ((facts) => evaluate(condition, facts))
}
