import type { Score } from './score'

/** 1–7, high is easy: 5–7 found it easy (satisfied), 4 neither, 1–3 hard. */
export const scoreCes = (value: number): Omit<Score, 'metric'> => ({
  kind: 'ces',
  value,
  category: value >= 5 ? 'satisfied' : value >= 4 ? 'neutral' : 'dissatisfied',
})
