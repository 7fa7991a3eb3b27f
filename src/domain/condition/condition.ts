/** The one condition grammar: survey logic, alert rules, segments, filters, quotas, policies. Free of zod: customers' browsers load it. */
export const operators = [
  'eq',
  'ne',
  'lt',
  'lte',
  'gt',
  'gte',
  'in',
  'not_in',
  'contains',
  'not_contains',
  'starts_with',
  'exists',
  'not_exists',
] as const

export type Operator = (typeof operators)[number]

export type ConditionValue = string | number | boolean | readonly (string | number | boolean)[]

export type Leaf = { field: string; op: Operator; value?: ConditionValue | undefined }

export type Condition = Leaf | { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition }

export const isLeaf = (condition: Condition): condition is Leaf => 'field' in condition

/** What a condition is asked about: the value of a field, or undefined where it is missing. */
export type Facts = (field: string) => unknown

/** Every comparison that a condition is made of, in order. */
export const leavesOf = (condition: Condition): Leaf[] => {
  if ('all' in condition) return condition.all.flatMap(leavesOf)
  if ('any' in condition) return condition.any.flatMap(leavesOf)
  return 'not' in condition ? leavesOf(condition.not) : [condition]
}

/** Every field that a condition names, in order, repeated where it repeats. */
export const fieldsOf = (condition: Condition): string[] => leavesOf(condition).map(({ field }) => field)
