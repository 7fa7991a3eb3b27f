import type { Score } from './score'

/** Top-2 box: 4 and 5 of 5 are satisfied, 3 is neutral. */
export const scoreCsat = (value: number): Omit<Score, 'metric'> => ({
  kind: 'csat',
  value,
  category: value >= 4 ? 'satisfied' : value >= 3 ? 'neutral' : 'dissatisfied',
})
