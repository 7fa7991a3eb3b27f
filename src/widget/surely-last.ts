import type { Condition } from '@/domain/condition/condition'
import { keysAskedFor } from '@/domain/survey/asked-keys'
import type { Answers, Page, SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings } from '@/domain/survey/visibility'

const jumpsOf = (page: Page | undefined): (Condition | undefined)[] => page?.jumps?.map(({ when }) => when) ?? []

/** What decides whether something of a page shows, and where it leads. */
const dependsOn = (page: Page): string[] =>
  keysAskedFor([page.showIf, ...page.questions.map((question) => question.showIf), ...jumpsOf(page)])

/**
 * Whether the button may promise that this page is the last: nothing comes after it, and neither its jumps nor a later page
 * still wait for an answer on it.
 */
export const isSurelyLast = (
  definition: SurveyDefinition,
  answers: Answers,
  pageIndex: number,
  around: Surroundings,
): boolean => {
  if (findVisible(definition, answers, around).pages.some(({ index }) => index > pageIndex)) return false
  const page = definition.pages[pageIndex]
  const open = new Set(page?.questions.map(({ key }) => key).filter((key) => answers[key] === undefined))
  const waiting = [...keysAskedFor(jumpsOf(page)), ...definition.pages.slice(pageIndex + 1).flatMap(dependsOn)]
  return !waiting.some((key) => open.has(key))
}
