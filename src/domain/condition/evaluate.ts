import type { Condition, ConditionValue, Facts, Leaf, Operator } from './condition'

const isMissing = (fact: unknown): boolean =>
  fact === undefined || fact === null || fact === '' || (Array.isArray(fact) && fact.length === 0)

/** Text compares without case; the normal form makes "é" typed in two ways one. */
export const fold = (value: unknown): unknown => (typeof value === 'string' ? value.normalize('NFC').toLowerCase() : value)

/** A number, where a fact is one or writes one: customer attributes often arrive as text. */
export const toNumber = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** A value as words to look in; an answer in parts has none. */
const wordsOf = (value: unknown): string | undefined => (typeof value === 'object' ? undefined : String(fold(value)))

const isEqual = (fact: unknown, value: unknown): boolean => {
  if (typeof fact === 'boolean' || typeof value === 'boolean') return wordsOf(fact) === wordsOf(value)
  if (typeof fact === 'number' || typeof value === 'number') {
    const [a, b] = [toNumber(fact), toNumber(value)]
    return a !== undefined && b !== undefined && a === b
  }
  return fold(fact) === fold(value)
}

/** −1, 0, 1; undefined where the two can't be ordered. Texts order as texts, so dates (YYYY-MM-DD) order as dates. */
const compare = (fact: unknown, value: unknown): number | undefined => {
  const [a, b] = [toNumber(fact), toNumber(value)]
  if (a !== undefined && b !== undefined) return Math.sign(a - b)
  if (typeof fact !== 'string' || typeof value !== 'string') return undefined
  const [left, right] = [String(fold(fact)), String(fold(value))]
  return left < right ? -1 : left > right ? 1 : 0
}

const elements = (fact: unknown): readonly unknown[] => (Array.isArray(fact) ? fact : [fact])
const values = (value: ConditionValue | undefined): readonly unknown[] => (Array.isArray(value) ? value : [value])

const isContained = (fact: unknown, value: ConditionValue | undefined): boolean =>
  elements(fact).some((element) =>
    values(value).some((wanted) =>
      // In a list, `contains` asks for an element; in a text, for a part of it.
      Array.isArray(fact) ? isEqual(element, wanted) : wordsOf(element)?.includes(String(fold(wanted))),
    ),
  )

const isOrdered = (op: Operator, order: number | undefined): boolean => {
  if (order === undefined) return false
  if (op === 'lt') return order < 0
  if (op === 'lte') return order <= 0
  return op === 'gt' ? order > 0 : order >= 0
}

/** What holds wherever another one doesn't. */
export const opposites: Partial<Record<Operator, Operator>> = {
  ne: 'eq',
  not_in: 'in',
  not_contains: 'contains',
  not_exists: 'exists',
}

const evaluateLeaf = ({ field, op, value }: Leaf, facts: Facts): boolean => {
  const opposite = opposites[op]
  if (opposite) return !evaluateLeaf({ field, op: opposite, value }, facts)
  const fact = facts(field)
  if (isMissing(fact)) return false
  if (op === 'exists') return true
  if (op === 'contains') return isContained(fact, value)
  return elements(fact).some((element) => {
    if (op === 'eq' || op === 'in') return values(value).some((wanted) => isEqual(element, wanted))
    if (op === 'starts_with') return wordsOf(element)?.startsWith(String(fold(value))) === true
    return isOrdered(op, compare(element, value))
  })
}

/**
 * Whether a condition holds. A missing field (absent, null, "" or an empty list) satisfies only `ne`, `not_in`,
 * `not_contains` and `not_exists`; `not` negates the result; an empty `all` holds, an empty `any` doesn't.
 */
export const evaluate = (condition: Condition, facts: Facts): boolean => {
  if ('all' in condition) return condition.all.every((part) => evaluate(part, facts))
  if ('any' in condition) return condition.any.some((part) => evaluate(part, facts))
  if ('not' in condition) return !evaluate(condition.not, facts)
  return evaluateLeaf(condition, facts)
}
