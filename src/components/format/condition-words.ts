import type { Condition, Leaf } from '@/domain/condition/condition'

export type ConditionWords = {
  /** `{field} is {value}` for an operator, in the reader's language */
  leaf: (op: Leaf['op'], field: string, value: string) => string
  not: (words: string) => string
  all: (parts: readonly string[]) => string
  any: (parts: readonly string[]) => string
  fieldOf: (field: string) => string
  valueOf: (field: string, value: string | number | boolean) => string
  /** joins the values of a list */
  list: (values: readonly string[]) => string
}

/** A condition that is still being written may lack its value. */
const missing = '…'

const valueWords = ({ field, op, value }: Leaf, words: ConditionWords): string => {
  if (op === 'exists' || op === 'not_exists') return ''
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return missing
  if (typeof value === 'object') return words.list(value.map((one) => words.valueOf(field, one)))
  return words.valueOf(field, value)
}

/** A condition as a sentence; what is joined the other way inside is put in brackets. */
export const conditionWords = (condition: Condition, words: ConditionWords, isInner = false): string => {
  const join = (parts: readonly Condition[], by: (parts: readonly string[]) => string) => {
    const [only] = parts
    if (parts.length === 1 && only) return conditionWords(only, words, isInner)
    const joined = by(parts.map((part) => conditionWords(part, words, true)))
    return isInner ? `(${joined})` : joined
  }
  if ('all' in condition) return join(condition.all, words.all)
  if ('any' in condition) return join(condition.any, words.any)
  if ('not' in condition) return words.not(conditionWords(condition.not, words, true))
  return words.leaf(condition.op, words.fieldOf(condition.field), valueWords(condition, words))
}
