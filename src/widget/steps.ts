import { fieldsOf } from '@/domain/condition/condition'
import { type AnswerFault, checkAnswer, checkCompletion, isBlank } from '@/domain/survey/check-answer'
import { type Answers, type AnswerValue, type Page, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings, type VisiblePage } from '@/domain/survey/visibility'

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

const dependsOn = (page: Page): string[] =>
  [page.showIf, ...page.questions.map((question) => question.showIf)].flatMap((condition) =>
    condition ? fieldsOf(condition).map((field) => field.replace(/^answer\./, '')) : [],
  )

/**
 * Whether the button may promise that this page is the last: nothing comes after it, and no later page still waits for
 * an answer on it.
 */
export const isSurelyLast = (
  definition: SurveyDefinition,
  answers: Answers,
  pageIndex: number,
  around: Surroundings,
): boolean => {
  if (findVisible(definition, answers, around).pages.some(({ index }) => index > pageIndex)) return false
  const open = new Set(definition.pages[pageIndex]?.questions.map(({ key }) => key).filter((key) => answers[key] === undefined))
  return !definition.pages.slice(pageIndex + 1).some((page) => dependsOn(page).some((key) => open.has(key)))
}
