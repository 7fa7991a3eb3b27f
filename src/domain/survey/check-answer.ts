import { type AnswerValue, maxLengthOf, maxOtherLength, type Question, rangeOf } from './definition'

/** What can be wrong with one answer: a code that the runtime words in the customer's language, with its numbers. */
export type AnswerFault =
  | { code: 'required' }
  | { code: 'wrong_type'; wanted: 'number' | 'text' | 'choice' | 'choices' | 'nothing' }
  | { code: 'out_of_range'; low: number; high: number }
  | { code: 'unknown_option'; option: string }
  | { code: 'twice'; option: string }
  | { code: 'too_few'; minimum: number }
  | { code: 'too_many'; maximum: number }
  | { code: 'too_long'; maximum: number }

type Choices = { options: readonly { key: string }[]; other?: boolean | undefined }

const checkChoice = (question: Choices, choice: unknown): AnswerFault | undefined => {
  if (typeof choice === 'object' && choice !== null) {
    const { other, ...rest } = choice as { other?: unknown }
    if (!question.other || typeof other !== 'string' || Object.keys(rest).length > 0)
      return { code: 'wrong_type', wanted: 'choice' }
    return other.length > maxOtherLength ? { code: 'too_long', maximum: maxOtherLength } : undefined
  }
  if (typeof choice !== 'string') return { code: 'wrong_type', wanted: 'choice' }
  return question.options.some((option) => option.key === choice)
    ? undefined
    : { code: 'unknown_option', option: choice.slice(0, 100) }
}

const checkChoices = (question: Extract<Question, { kind: 'multi_choice' }>, answer: unknown): AnswerFault | undefined => {
  if (!Array.isArray(answer)) return { code: 'wrong_type', wanted: 'choices' }
  if (answer.length > question.options.length + 1) return { code: 'too_many', maximum: question.options.length + 1 }
  const seen = new Set<string>()
  for (const choice of answer) {
    const fault = checkChoice(question, choice)
    if (fault) return fault
    const name = typeof choice === 'string' ? choice : '\u0000other'
    if (seen.has(name)) return { code: 'twice', option: typeof choice === 'string' ? choice : 'other' }
    seen.add(name)
  }
  if (question.maximum !== undefined && answer.length > question.maximum) return { code: 'too_many', maximum: question.maximum }
  return undefined
}

const checkText = (answer: unknown, maximum: number): AnswerFault | undefined => {
  if (typeof answer !== 'string') return { code: 'wrong_type', wanted: 'text' }
  return answer.length > maximum ? { code: 'too_long', maximum } : undefined
}

const checkNumber = (answer: unknown, { low, high }: { low: number; high: number }): AnswerFault | undefined => {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) return { code: 'wrong_type', wanted: 'number' }
  return Number.isInteger(answer) && answer >= low && answer <= high ? undefined : { code: 'out_of_range', low, high }
}

/** Whether the value has the question's type and bounds, whatever else was answered. Undefined if it's fine. */
export const checkAnswer = (question: Question, answer: unknown): AnswerFault | undefined => {
  switch (question.kind) {
    case 'single_choice':
      return checkChoice(question, answer)
    case 'multi_choice':
      return checkChoices(question, answer)
    case 'text':
      return checkText(answer, maxLengthOf(question))
    case 'statement':
      return { code: 'wrong_type', wanted: 'nothing' }
    default:
      return checkNumber(answer, rangeOf(question) ?? { low: 0, high: 10 })
  }
}

/** No answer, or one that says nothing: dropped rather than stored. */
export const isBlank = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === 'string' && answer.trim() === '') ||
  (Array.isArray(answer) && answer.length === 0) ||
  (typeof answer === 'object' && !Array.isArray(answer) && (answer as { other?: unknown }).other === '')

/** What completing the response still needs from this question, which the customer sees. */
export const checkCompletion = (question: Question, answer: AnswerValue | undefined): AnswerFault | undefined => {
  if (isBlank(answer)) return question.required ? { code: 'required' } : undefined
  if (
    question.kind === 'multi_choice' &&
    Array.isArray(answer) &&
    question.minimum !== undefined &&
    answer.length < question.minimum
  )
    return { code: 'too_few', minimum: question.minimum }
  return undefined
}
