import type { Score } from './score'

/** Promoters answer 9–10, passives 7–8, detractors 0–6 (Reichheld 2003). */
export const scoreNps = (value: number): Omit<Score, 'metric'> => ({
  kind: 'nps',
  value,
  category: value >= 9 ? 'promoter' : value >= 7 ? 'passive' : 'detractor',
})
