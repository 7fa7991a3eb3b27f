import { leavesOf } from '../condition/condition'
import { conditionsOf } from './conditions'
import type { SurveyDefinition } from './definition'

/**
 * How much logic a survey may have: all of it is worked out at every save, and this much takes about a hundredth of a second.
 * Two hundred questions of ten options that each depend on a handful of values are well below.
 */
export const mostLogic = 20_000

/** How many values a survey's conditions compare with. */
export const weightOfLogic = (definition: SurveyDefinition): number =>
  conditionsOf(definition)
    .flatMap(({ condition }) => leavesOf(condition))
    .reduce((sum, { value }) => sum + (Array.isArray(value) ? Math.max(1, value.length) : 1), 0)
