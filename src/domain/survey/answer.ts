export type Choice = string | { other: string }

/**
 * An answer as it is kept, by kind: a number; an option's key or the customer's own words; a list of either; what stands
 * beside each row, option or field (matrix, constant sum, gap, contact); a text, a date, a yes or no; the ids of uploads.
 */
export type AnswerValue =
  | number
  | string
  | boolean
  | readonly Choice[]
  | { other: string }
  | Readonly<Record<string, string | number>>

/** By question key. */
export type Answers = Readonly<Record<string, AnswerValue>>

/** Whether a choice is the customer's own words. */
export const isOther = (choice: unknown): choice is { other: string } =>
  typeof choice === 'object' && choice !== null && typeof (choice as { other?: unknown }).other === 'string'

/** A list of members by name, as matrix, constant sum, gap and contact answer; lists and null are none. */
export const isRecord = (answer: unknown): answer is Readonly<Record<string, unknown>> =>
  typeof answer === 'object' && answer !== null && !Array.isArray(answer)

/** No answer, or one that says nothing: dropped rather than stored. */
export const isBlank = (answer: unknown): boolean => {
  if (answer === undefined || answer === null) return true
  if (typeof answer === 'string') return answer.trim() === ''
  return typeof answer === 'object' && Object.values(answer).every((part) => part === '')
}
