import type { useTranslations } from 'next-intl'
import type { MetricDefinition } from '@/domain/metric/definition'
import { nameOf } from '@/domain/metric/tell-definition'

type Words = ReturnType<typeof useTranslations<'metrics'>>

/** What a person calls a metric: the name of one's own, else the field's; a question goes by its key. */
export const metricName = (metrics: Words, key: string, definition: MetricDefinition | undefined, locale: string): string => {
  if (definition && 'name' in definition) return nameOf(key, definition, locale)
  return metrics.has(`name.${key as 'nps'}`) ? metrics(`name.${key as 'nps'}`) : key
}
