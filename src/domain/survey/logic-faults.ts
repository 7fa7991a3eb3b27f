import type { Condition } from '../condition/condition'
import { keysAskedFor } from './asked-keys'
import { optionsOf, type Question, type SurveyDefinition } from './definition'

/** What is wrong, for who says it in another language; `about` is the key or field that it is about. */
export type FaultCode =
  | 'key_taken'
  | 'unknown_question'
  | 'later_question'
  | 'unknown_page'
  | 'page_behind'
  | 'never'
  | 'known_later'
  | 'unreachable'
  | 'clash'

export type Fault = { path: (string | number)[]; message: string; code: FaultCode; about?: string }

const twice = (path: Fault['path'], key: string): Fault => ({
  path,
  message: `"${key}" is used twice`,
  code: 'key_taken',
  about: key,
})

/**
 * What a survey's logic can't mean at all: a key used twice, a condition on a question that is missing or comes later, a
 * jump to a page that is missing or doesn't lie ahead (which would go round in circles).
 */
export const findLogicFaults = (definition: SurveyDefinition): Fault[] => {
  const faults: Fault[] = []
  const everyKey = new Set(definition.pages.flatMap((page) => page.questions.map((question) => question.key)))
  const seen = new Set<string>()
  const check = (condition: Condition | undefined, known: ReadonlySet<string>, path: Fault['path']) => {
    for (const key of keysAskedFor([condition])) {
      if (!everyKey.has(key))
        faults.push({ path, message: `asks for "${key}", but there is no such question`, code: 'unknown_question', about: key })
      else if (!known.has(key))
        faults.push({
          path,
          message: `asks for "${key}", which comes later or is the question itself`,
          code: 'later_question',
          about: key,
        })
    }
  }
  const checkQuestion = (question: Question, known: ReadonlySet<string>, path: Fault['path']) => {
    if (seen.has(question.key)) faults.push(twice([...path, 'key'], question.key))
    check(question.showIf, known, [...path, 'showIf'])
    const list = question.kind === 'matrix' ? 'rows' : 'options'
    optionsOf(question).forEach((option, index) => {
      check(option.showIf, known, [...path, list, index, 'showIf'])
    })
    seen.add(question.key)
  }
  const pageKeys = definition.pages.map(({ key }) => key)
  definition.pages.forEach((page, pageIndex) => {
    const path = ['pages', pageIndex]
    if (page.key !== undefined && pageKeys.indexOf(page.key) !== pageIndex) faults.push(twice([...path, 'key'], page.key))
    check(page.showIf, seen, [...path, 'showIf'])
    // On a page in shuffled order no question may lean on another of the same page.
    const before = new Set(seen)
    page.questions.forEach((question, index) => {
      checkQuestion(question, page.randomize ? before : seen, [...path, 'questions', index])
    })
    page.jumps?.forEach((jump, index) => {
      check(jump.when, seen, [...path, 'jumps', index, 'when'])
      if (jump.page === undefined) return
      const target = pageKeys.indexOf(jump.page)
      if (target < 0)
        faults.push({
          path: [...path, 'jumps', index, 'page'],
          message: `there is no page "${jump.page}"`,
          code: 'unknown_page',
          about: jump.page,
        })
      else if (target <= pageIndex)
        faults.push({
          path: [...path, 'jumps', index, 'page'],
          message: `"${jump.page}" doesn’t come after this page: the survey would go round in circles`,
          code: 'page_behind',
          about: jump.page,
        })
    })
  })
  const quotaKeys = definition.quotas?.map(({ key }) => key) ?? []
  definition.quotas?.forEach((quota, index) => {
    if (quotaKeys.indexOf(quota.key) !== index) faults.push(twice(['quotas', index, 'key'], quota.key))
    check(quota.when, seen, ['quotas', index, 'when'])
  })
  definition.thanks.forEach((thanks, index) => {
    check(thanks.when, seen, ['thanks', index, 'when'])
  })
  return faults
}
