'use client'

import { useLocale, useTranslations } from 'next-intl'
import { metricName } from '../format/metric-name'
import { useDefinitionOf } from './definitions'

/** What metrics are called, the organization's own among them. */
export const useMetricName = (): ((metric: string) => string) => {
  const metrics = useTranslations('metrics')
  const locale = useLocale()
  const definitionOf = useDefinitionOf()
  return (metric) => metricName(metrics, metric, definitionOf(metric)?.definition, locale)
}

export const MetricName = ({ metric }: { metric: string }) => useMetricName()(metric)

export const MetricNames = ({ metrics }: { metrics: readonly string[] }) =>
  new Intl.ListFormat(useLocale(), { type: 'conjunction' }).format(metrics.map(useMetricName()))
