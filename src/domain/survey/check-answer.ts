import { type AnswerValue, isBlank } from './answer'
import type { AnswerCheck, AnswerChecks, AnswerFault } from './kinds/answer-check'
import type { Question } from './question'

const checkOf = (checks: AnswerChecks, { kind }: Question): AnswerCheck | undefined => checks[kind] as AnswerCheck | undefined

/**
 * Whether the value has the question's type and bounds, whatever else was answered. Undefined if it's fine. A kind whose
 * check isn't there yet can't have been shown, and takes nothing.
 */
export const checkAnswer = (checks: AnswerChecks, question: Question, answer: unknown): AnswerFault | undefined => {
  const check = checkOf(checks, question)
  return check ? check.fits(question, answer) : { code: 'wrong_type', wanted: 'nothing' }
}

/** What completing the response still needs from this question, which the customer sees. */
export const checkCompletion = (
  checks: AnswerChecks,
  question: Question,
  answer: AnswerValue | undefined,
): AnswerFault | undefined => {
  if (answer === undefined || isBlank(answer)) return question.required ? { code: 'required' } : undefined
  return checkOf(checks, question)?.isWhole?.(question, answer)
}
