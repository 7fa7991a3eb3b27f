import type { Condition, Leaf } from './condition'

type Scalar = string | number | boolean

/** What separates in the written form, and what begins or ends a quoted word. */
const marks = /[,:()[\]'\s]/

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
const isPlain = (text: string): boolean => text !== '' && !marks.test(text)

/** Those that would read as numbers, and those that people could take for one. */
const looksNumeric = (text: string): boolean => Number.isFinite(Number(text))

const writeScalar = (value: Scalar): string => {
  if (typeof value !== 'string') return JSON.stringify(value)
  return isPlain(value) && !looksNumeric(value) && value !== 'true' && value !== 'false' ? value : quote(value)
}

const writeLeaf = ({ field, op, value }: Leaf): string => {
  const asked = `${isPlain(field) ? field : quote(field)}:${op}`
  if (value === undefined) return asked
  return `${asked}:${typeof value === 'object' ? `[${value.map(writeScalar).join(',')}]` : writeScalar(value)}`
}

const writePart = (condition: Condition): string => {
  if ('all' in condition) return `all(${condition.all.map(writePart).join(',')})`
  if ('any' in condition) return `any(${condition.any.map(writePart).join(',')})`
  return 'not' in condition ? `not(${writePart(condition.not)})` : writeLeaf(condition)
}

/**
 * A condition in one short line, as addresses carry it: `score.nps:lte:6,customer.tier:in:[gold,silver]`. What is listed must
 * all hold; `all(…)`, `any(…)` and `not(…)` group; words that could be read as anything else stand in single quotes.
 */
export const writeCondition = (condition: Condition): string =>
  'all' in condition && condition.all.length > 1 ? condition.all.map(writePart).join(',') : writePart(condition)
