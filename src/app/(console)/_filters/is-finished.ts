import { type Condition, leavesOf } from '@/domain/condition/condition'
import { needsValue } from '../_conditions/field-choice'

/** Whether every line of a condition that is being written says something. */
export const isFinished = (condition: Condition): boolean =>
  leavesOf(condition).every(
    ({ field, op, value }) =>
      !field.endsWith('.') && (!needsValue(op) || (value !== undefined && (!Array.isArray(value) || value.length > 0))),
  )
