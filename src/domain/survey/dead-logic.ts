import { type Condition, leavesOf } from '../condition/condition'
import { canHold, type Effort, fullEffort } from './can-hold'
import { conditionsOf } from './conditions'
import type { SurveyDefinition } from './definition'
import type { Fault } from './logic-faults'

const never = 'can never hold: no answers lead here'

/** Fields that have no value while a customer answers: they are known only after scoring. */
const isKnownLater = (field: string): boolean => !/^(answer|context|response)\./.test(field)

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
  const deadConditions = conditionsOf(definition).flatMap(({ condition, path, within }): Fault[] => {
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
