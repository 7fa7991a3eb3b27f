import type { Comparison } from '@/domain/analysis/compare-sums'
import { type Better, isForTheWorse, type MoveWord, moveWord } from '@/domain/metric/better'
import type { Box } from './box-of-category'
import { directionOf } from './format-metric'

/** How a change is called (`metrics.change`). */
type ChangeWord = MoveWord | 'none'

/** How a difference between customers is called (`journey`), which has no direction in time. */
export const differenceWords = {
  rise: 'higher',
  fall: 'lower',
  none: 'alike',
  riseForWorse: 'higherForWorse',
  fallForBetter: 'lowerForBetter',
} as const satisfies Record<ChangeWord, string>

export const changeWord = (comparison: Comparison | null, better: Better): ChangeWord => {
  const direction = directionOf(comparison)
  return direction === 'none' ? 'none' : moveWord(better, direction)
}

/** The mark of a move: its shape says which way it went, its colour whether that is good. */
export const markOfMove = (direction: 'rise' | 'fall', better: Better): { box: Box; tone: Box } => ({
  box: direction === 'rise' ? 'high' : 'low',
  tone: isForTheWorse(better, direction) ? 'low' : 'high',
})

/** The mark of a change; a dot while it is within chance. */
export const markOfChange = (comparison: Comparison | null, better: Better): { box: Box; tone: Box } => {
  const direction = directionOf(comparison)
  return direction === 'none' ? { box: 'middle', tone: 'middle' } : markOfMove(direction, better)
}
