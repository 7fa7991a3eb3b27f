import type { MetricKind } from './score'

/** Metrics that any question can feed; each sums up in its own way. All others are named after a question and are means. */
export const headlineMetrics = ['nps', 'csat', 'ces'] as const
export type HeadlineMetric = (typeof headlineMetrics)[number]

export const kindOfMetric = (metric: string): MetricKind =>
  metric === 'nps' || metric === 'csat' || metric === 'ces' || metric === 'sentiment' ? metric : 'mean'
