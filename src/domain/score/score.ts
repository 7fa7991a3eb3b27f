/** How a group of scores is summed up. */
export const metricKinds = ['nps', 'csat', 'ces', 'sentiment', 'mean'] as const
export type MetricKind = (typeof metricKinds)[number]

/** Where a score falls on a metric that has three boxes. */
export type Category = 'promoter' | 'passive' | 'detractor' | 'satisfied' | 'neutral' | 'dissatisfied' | 'positive' | 'negative'

/** What one response says on one metric; `value` is in the scale of the question (sentiment: −1 … 1). */
export type Score = { metric: string; kind: MetricKind; value: number; category?: Category }

/** Which of the three boxes of a rollup a category counts in. */
export const boxOf = (category: Category | undefined): 'low' | 'middle' | 'high' | undefined => {
  if (category === undefined) return undefined
  if (category === 'promoter' || category === 'satisfied' || category === 'positive') return 'high'
  return category === 'passive' || category === 'neutral' ? 'middle' : 'low'
}
