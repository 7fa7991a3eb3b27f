import { type Condition, fieldsOf } from '../condition/condition'

/** The key of the question that a field is about; undefined for a field that is no answer. */
export const keyOf = (field: string): string | undefined => /^answer\.([^.]*)/.exec(field)?.[1]

/** The keys of the questions that conditions ask for, in order, repeated where they repeat. */
export const keysAskedFor = (conditions: readonly (Condition | undefined)[]): string[] =>
  conditions.flatMap((condition) => (condition ? fieldsOf(condition).flatMap((field) => keyOf(field) ?? []) : []))
