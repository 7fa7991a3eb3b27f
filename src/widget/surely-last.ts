import { fieldsOf } from '@/domain/condition/condition'
import type { Answers, Page, SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings } from '@/domain/survey/visibility'

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
