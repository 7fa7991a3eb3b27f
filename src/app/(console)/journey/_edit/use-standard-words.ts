'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import { useMetricName } from '@/components/ui/metric-name'
import { useMetricKind } from '@/components/ui/use-metric-kind'
import { normalizeTarget } from '@/domain/analysis/standard'
import type { Standard } from '@/domain/touchpoint/schema'

/** A standard in a few words: "NPS 30 · 24 h". */
export const useStandardWords = () => {
  const t = useTranslations('journeyEdit')
  const [nameOf, kindOf] = [useMetricName(), useMetricKind()]
  const locale = useLocale()
  return ({ metric, target, responseHours }: Standard): string => {
    const name = nameOf(metric)
    const kind = kindOf(metric)
    const value = formatMetric(kind, normalizeTarget(kind, target), locale)
    return responseHours === undefined ? `${name} ${value}` : `${name} ${value} · ${t('hours', { hours: responseHours })}`
  }
}
