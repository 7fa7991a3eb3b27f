import { type Condition, fieldsOf } from '@/domain/condition/condition'
import { checkAnswer, checkCompletion } from '@/domain/survey/check-answer'
import {
  type Answers,
  type AnswerValue,
  isBlank,
  isRecord,
  type Page,
  questionsOf,
  type SurveyDefinition,
} from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import { findVisible, type Surroundings, type VisiblePage } from '@/domain/survey/visibility'
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

const asksFor = (conditions: readonly (Condition | undefined)[]): string[] =>
  conditions.flatMap((condition) =>
    condition ? fieldsOf(condition).map((field) => /^answer\.([^.]+)/.exec(field)?.[1] ?? '') : [],
  )

const jumpsOf = (page: Page | undefined): (Condition | undefined)[] => page?.jumps?.map(({ when }) => when) ?? []

/** What decides whether something of a page shows, and where it leads. */
const dependsOn = (page: Page): string[] =>
  asksFor([page.showIf, ...page.questions.map((question) => question.showIf), ...jumpsOf(page)])

/**
 * Whether the button may promise that this page is the last: nothing comes after it, and neither its jumps nor a later page
 * still wait for an answer on it.
 */
export const isSurelyLast = (
  definition: SurveyDefinition,
  given: Readonly<Record<string, unknown>>,
  pageIndex: number,
  around: Surroundings,
): boolean => {
  const answers = usable(definition, given)
  if (findVisible(definition, answers, around).pages.some(({ index }) => index > pageIndex)) return false
  const page = definition.pages[pageIndex]
  const open = new Set(page?.questions.map(({ key }) => key).filter((key) => answers[key] === undefined))
  const waiting = [...asksFor(jumpsOf(page)), ...definition.pages.slice(pageIndex + 1).flatMap(dependsOn)]
  return !waiting.some((key) => open.has(key))
}
