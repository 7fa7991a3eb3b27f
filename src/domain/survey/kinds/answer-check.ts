import type { AnswerValue } from '../answer'
import type { Question, QuestionKind, QuestionOf } from '../question'

/** What can be wrong with one answer: a code that the runtime words in the customer's language, with its numbers. */
export type AnswerFault =
  | { code: 'required' }
  | { code: 'wrong_type'; wanted: 'number' | 'text' | 'choice' | 'choices' | 'date' | 'yes_no' | 'parts' | 'files' | 'nothing' }
  | { code: 'out_of_range'; low: number; high: number }
  | { code: 'too_small'; minimum: number }
  | { code: 'too_large'; maximum: number }
  | { code: 'off_step'; step: number }
  | { code: 'unknown_option'; option: string }
  | { code: 'unknown_part'; part: string }
  | { code: 'twice'; option: string }
  | { code: 'not_alone'; option: string }
  | { code: 'too_few'; minimum: number }
  | { code: 'too_many'; maximum: number }
  | { code: 'too_short'; minimum: number }
  | { code: 'too_long'; maximum: number }
  | { code: 'wrong_sum'; total: number; sum: number }
  | { code: 'incomplete'; missing: readonly string[] }
  | { code: 'not_a_date' }
  | { code: 'too_early'; earliest: string }
  | { code: 'too_late'; latest: string }
  | { code: 'not_an_email' }
  | { code: 'not_a_phone' }

/** How answers to one kind of question are judged. */
export type AnswerCheck<Q extends Question = Question> = {
  /** Whether a value that is there has the question's type and bounds; undefined if it's fine. Holds at every save. */
  fits: (question: Q, answer: unknown) => AnswerFault | undefined
  /** What completing the response still needs of an answer that is there and fits. */
  isWhole?: (question: Q, answer: AnswerValue) => AnswerFault | undefined
}

/** By kind. A browser holds those of the kinds that its survey uses, the server all of them. */
export type AnswerChecks = { readonly [Kind in QuestionKind]?: AnswerCheck<QuestionOf<Kind>> }
