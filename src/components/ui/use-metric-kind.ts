'use client'

import { kindOfMetric } from '@/domain/score/metric-kind'
import type { MetricKind } from '@/domain/score/score'
import { useDefinitionOf } from './definitions'

/** How a metric's numbers are written: a share of one's own in per cent, as CSAT is. */
export const useMetricKind = (): ((metric: string) => MetricKind) => {
  const definitionOf = useDefinitionOf()
  return (metric) => {
    const definition = definitionOf(metric)?.definition
    return definition && 'of' in definition && definition.of === 'share' ? 'csat' : kindOfMetric(metric)
  }
}
