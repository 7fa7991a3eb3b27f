import { checkAnswer, checkCompletion } from '@/domain/survey/check-answer'
import { type Answers, type AnswerValue, isBlank, isRecord, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import type { VisiblePage } from '@/domain/survey/visibility'
import { checks } from './checks'

export type Faults = Readonly<Record<string, AnswerFault>>

const trim = (text: unknown): unknown => (typeof text === 'string' ? text.trim() : text)

const settleChoice = (choice: unknown): unknown => {
  if (!isRecord(choice)) return choice
  const parts = Object.entries(choice).map(([part, value]) => [part, trim(value)] as const)
  return Object.fromEntries(parts.filter(([, value]) => value !== ''))
}

/** An answer without what is only half given: "something else" without saying what, spaces around it. */
const settle = (answer: unknown): unknown =>
  Array.isArray(answer) ? answer.map(settleChoice).filter((choice) => !isBlank(choice)) : settleChoice(answer)

/** Answers that fit their questions; what doesn't is left out here and named by `findFaults`. */
export const usable = (definition: SurveyDefinition, given: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(
    questionsOf(definition).flatMap((question) => {
      const answer = settle(given[question.key])
      return isBlank(answer) || checkAnswer(checks, question, answer) ? [] : [[question.key, answer as AnswerValue]]
    }),
  )

/** What is wrong with the answers to a page's questions, as the customer sees it. */
export const findFaults = (page: VisiblePage, given: Readonly<Record<string, unknown>>): Faults => {
  const faults: Record<string, AnswerFault> = {}
  for (const question of page.questions) {
    const answer = settle(given[question.key])
    const fault =
      (isBlank(answer) ? undefined : checkAnswer(checks, question, answer)) ??
      checkCompletion(checks, question, answer as AnswerValue | undefined)
    if (fault) faults[question.key] = fault
  }
  return faults
}
