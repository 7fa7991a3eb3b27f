import { type Condition, fieldsOf } from '../condition/condition'
import type { SurveyDefinition } from './definition'

export type Fault = { path: (string | number)[]; message: string }

const asksFor = (condition: Condition | undefined): string[] =>
  condition === undefined
    ? []
    : fieldsOf(condition)
        .filter((field) => field.startsWith('answer.'))
        .map((field) => field.slice('answer.'.length).split('.')[0] ?? '')

/** What a survey's logic can't mean: a key used twice, a condition on a question that is missing or comes later. */
export const findLogicFaults = (definition: SurveyDefinition): Fault[] => {
  const faults: Fault[] = []
  const everyKey = new Set(definition.pages.flatMap((page) => page.questions.map((question) => question.key)))
  const seen = new Set<string>()
  const check = (condition: Condition | undefined, known: ReadonlySet<string>, path: (string | number)[]) => {
    for (const key of asksFor(condition)) {
      if (!everyKey.has(key)) faults.push({ path, message: `asks for "${key}", but there is no such question` })
      else if (!known.has(key)) faults.push({ path, message: `asks for "${key}", which comes later or is the question itself` })
    }
  }
  definition.pages.forEach((page, pageIndex) => {
    check(page.showIf, seen, ['pages', pageIndex, 'showIf'])
    page.questions.forEach((question, index) => {
      const path = ['pages', pageIndex, 'questions', index]
      if (seen.has(question.key)) faults.push({ path: [...path, 'key'], message: `"${question.key}" is used twice` })
      check(question.showIf, seen, [...path, 'showIf'])
      seen.add(question.key)
    })
  })
  definition.thanks.forEach((thanks, index) => {
    check(thanks.when, seen, ['thanks', index, 'when'])
  })
  return faults
}
