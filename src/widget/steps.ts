import { type AnswerFault, checkAnswer, checkCompletion, isBlank } from '@/domain/survey/check-answer'
import { type Answers, type AnswerValue, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import type { VisiblePage } from '@/domain/survey/visibility'

export type Faults = Readonly<Record<string, AnswerFault>>

const settleChoice = (choice: unknown): unknown =>
  typeof choice === 'object' && choice !== null && 'other' in choice && typeof choice.other === 'string'
    ? { other: choice.other.trim() }
    : choice

/** An answer without what is only half given: "something else" without saying what, spaces around it. */
const settle = (answer: unknown): unknown =>
  Array.isArray(answer) ? answer.map(settleChoice).filter((choice) => !isBlank(choice)) : settleChoice(answer)

/** Answers that fit their questions; what doesn't is left out here and named by `findFaults`. */
export const usable = (definition: SurveyDefinition, given: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(
    questionsOf(definition).flatMap((question) => {
      const answer = settle(given[question.key])
      return isBlank(answer) || checkAnswer(question, answer) ? [] : [[question.key, answer as AnswerValue]]
    }),
  )

/** What is wrong with the answers to a page's questions, as the customer sees it. */
export const findFaults = (page: VisiblePage, given: Readonly<Record<string, unknown>>): Faults => {
  const faults: Record<string, AnswerFault> = {}
  for (const question of page.questions) {
    const answer = settle(given[question.key])
    const fault =
      (isBlank(answer) ? undefined : checkAnswer(question, answer)) ??
      checkCompletion(question, answer as AnswerValue | undefined)
    if (fault) faults[question.key] = fault
  }
  return faults
}
