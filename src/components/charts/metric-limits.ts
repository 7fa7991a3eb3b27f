import type { MetricKind } from '@/domain/score/score'

/** What a metric can be at all; means have the scale of their own question. */
export const metricLimits: Partial<Record<MetricKind, [number, number]>> = {
  nps: [-100, 100],
  csat: [0, 1],
  ces: [1, 7],
  sentiment: [-1, 1],
}
