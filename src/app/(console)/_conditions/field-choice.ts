import type { ConditionValue, Leaf, Operator } from '@/domain/condition/condition'

export type FieldType = 'number' | 'choice' | 'text' | 'boolean'

/**
 * One thing that a condition can ask about. A `field` that ends in a dot (`customer.`) stands for any name of its kind: the
 * line then asks for the name.
 */
export type FieldChoice = {
  field: string
  label: string
  group: string
  type: FieldType
  /** what a choice can be; `value` is what the condition compares with */
  choices?: readonly { value: string; label: string }[]
  min?: number
  max?: number
}

const asks: Record<FieldType, readonly Operator[]> = {
  number: ['lte', 'gte', 'lt', 'gt', 'eq', 'ne', 'exists', 'not_exists'],
  choice: ['in', 'not_in', 'eq', 'ne', 'exists', 'not_exists'],
  text: ['eq', 'ne', 'contains', 'not_contains', 'starts_with', 'in', 'not_in', 'exists', 'not_exists'],
  boolean: ['eq', 'exists', 'not_exists'],
}

/** What can be asked of a field; the operator that a condition has already is always among them. */
export const operatorsFor = (type: FieldType, current: Operator): readonly Operator[] =>
  asks[type].includes(current) ? asks[type] : [...asks[type], current]

export const isListOperator = (op: Operator): boolean => op === 'in' || op === 'not_in'
export const needsValue = (op: Operator): boolean => op !== 'exists' && op !== 'not_exists'

/** A free name's choice stands for every field that begins like it. */
export const choiceOf = (fields: readonly FieldChoice[], field: string): FieldChoice | undefined =>
  fields.find((choice) => choice.field === field) ??
  fields.find((choice) => choice.field.endsWith('.') && field.startsWith(choice.field))

/** A line that was just added, about a field. */
export const newLine = ({ field, type }: FieldChoice): Leaf => ({ field, op: asks[type][0] ?? 'eq' })

/** The line as it begins when a field is chosen: what was asked stays where it still makes sense. */
export const withField = (leaf: Leaf, choice: FieldChoice): Leaf =>
  asks[choice.type].includes(leaf.op) ? { field: choice.field, op: leaf.op } : newLine(choice)

/** The line with another operator; its value is kept as a list's first element, or as a list of one. */
export const withOperator = ({ field, op: _, value }: Leaf, op: Operator): Leaf => {
  if (!needsValue(op) || value === undefined) return { field, op }
  const list = Array.isArray(value) ? (value as readonly (string | number | boolean)[]) : [value as string | number | boolean]
  if (isListOperator(op)) return { field, op, value: list }
  const [first] = list
  return first === undefined ? { field, op } : { field, op, value: first }
}

export const withValue = ({ field, op }: Leaf, value: ConditionValue | undefined): Leaf =>
  value === undefined ? { field, op } : { field, op, value }

export const listOf = (value: ConditionValue | undefined): readonly (string | number | boolean)[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as string | number | boolean]
