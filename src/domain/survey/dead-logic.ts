import type { Condition } from '../condition/condition'
import { canHold, type Effort, fullEffort, leavesOf } from './can-hold'
import type { SurveyDefinition } from './definition'
import type { Fault } from './logic-faults'
import { optionsOf } from './question'

const never = 'can never hold: no answers lead here'

/** Fields that have no value while a customer answers: they are known only after scoring. */
const isKnownLater = (field: string): boolean => !/^(answer|context|response)\./.test(field)

type Place = { condition: Condition; path: Fault['path']; within: readonly (Condition | undefined)[] }

/** Every condition of a survey, with its place and those that hold around it. */
const placesOf = (definition: SurveyDefinition): Place[] => {
  const places: Place[] = []
  const add = (condition: Condition | undefined, path: Fault['path'], within: Place['within'] = []) => {
    if (condition !== undefined) places.push({ condition, path, within })
  }
  definition.pages.forEach((page, pageIndex) => {
    const path = ['pages', pageIndex]
    add(page.showIf, [...path, 'showIf'])
    page.questions.forEach((question, index) => {
      const at = [...path, 'questions', index]
      add(question.showIf, [...at, 'showIf'], [page.showIf])
      const list = question.kind === 'matrix' ? 'rows' : 'options'
      optionsOf(question).forEach((option, position) => {
        add(option.showIf, [...at, list, position, 'showIf'], [page.showIf, question.showIf])
      })
    })
    page.jumps?.forEach((jump, index) => {
      add(jump.when, [...path, 'jumps', index, 'when'], [page.showIf])
    })
  })
  definition.quotas?.forEach((quota, index) => {
    add(quota.when, ['quotas', index, 'when'])
  })
  definition.thanks.forEach((thanks, index) => {
    add(thanks.when, ['thanks', index, 'when'])
  })
  return places
}

/** The pages that can follow a page, by index; the number of pages for the end. */
const nextOf = (definition: SurveyDefinition, index: number, effort: Effort): number[] => {
  const { showIf, jumps = [] } = definition.pages[index] ?? {}
  const next: number[] = showIf ? [index + 1] : []
  const before: Condition[] = []
  for (const { when, page } of jumps) {
    if (canHold(definition, [showIf, when, ...before], effort))
      next.push(page === undefined ? definition.pages.length : definition.pages.findIndex(({ key }) => key === page))
    if (when === undefined) return next
    before.push({ not: when })
  }
  return canHold(definition, [showIf, ...before], effort) ? [...next, index + 1] : next
}

const findUnreachable = (definition: SurveyDefinition, effort: Effort): Fault[] => {
  const reached = new Set<number>()
  const open = [0]
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (reached.has(index) || index >= definition.pages.length) continue
    reached.add(index)
    open.push(...nextOf(definition, index, effort))
  }
  return definition.pages.flatMap((_, index) =>
    reached.has(index)
      ? []
      : [{ path: ['pages', index], message: 'is never shown: every way through the survey jumps over it', code: 'unreachable' }],
  )
}

/**
 * Logic that is well-formed and yet can't do anything: conditions that no answers satisfy, pages that no way leads to. A
 * draft may have them, a published survey may not. Expects a definition without `findLogicFaults`.
 */
export const findDeadLogic = (definition: SurveyDefinition): Fault[] => {
  const effort = fullEffort()
  const deadConditions = placesOf(definition).flatMap(({ condition, path, within }): Fault[] => {
    const later = leavesOf(condition).find(({ field }) => isKnownLater(field))
    if (later)
      return [
        {
          path,
          message: `asks for "${later.field}", which isn’t known while a customer answers`,
          code: 'known_later',
          about: later.field,
        },
      ]
    return canHold(definition, [...within, condition], effort) ? [] : [{ path, message: never, code: 'never' }]
  })
  return [...deadConditions, ...findUnreachable(definition, effort)]
}
