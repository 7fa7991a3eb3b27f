import type { Condition } from '../condition/condition'
import type { Narrowing } from './narrowing'
import type { Period } from './period'

/** What the map is set beside: the period it is compared with, everybody whom its conditions leave out, everybody, or another segment. */
export const besides = ['period', 'rest', 'everybody', 'segment'] as const
export type Beside = (typeof besides)[number]

export type Sides = {
  /** what stands beside, if anything; else the other side is only what changes are told from */
  beside: Beside | null
  against: { narrowing: Narrowing; period: Period; isWithin: boolean }
}

type Asked = {
  narrowing: Narrowing
  period: Period
  comparedWith: Period
  beside: Beside | null
  /** the other segment */
  besideWhere?: Condition | undefined
}

/**
 * The other side of a map. Where one side holds the other (everybody holds a segment) nothing is tested: both count the same
 * answers. Of what has no meaning ("the rest" of everybody, a segment without its condition) nothing is left but the period.
 */
export const otherSideOf = ({ narrowing, period, comparedWith, beside, besideWhere }: Asked): Sides => {
  const { where, ...places } = narrowing
  if (beside === 'rest' && where)
    return { beside, against: { narrowing: { ...places, where: { not: where } }, period, isWithin: false } }
  if (beside === 'everybody' && where) return { beside, against: { narrowing: places, period, isWithin: true } }
  if (beside === 'segment' && besideWhere)
    return { beside, against: { narrowing: { ...places, where: besideWhere }, period, isWithin: where === undefined } }
  return { beside: beside === 'period' ? beside : null, against: { narrowing, period: comparedWith, isWithin: false } }
}
