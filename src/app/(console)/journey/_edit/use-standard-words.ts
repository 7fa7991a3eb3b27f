'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import { kindOfMetric } from '@/domain/score/metric-kind'
import type { Standard } from '@/domain/touchpoint/schema'

/** A standard in a few words: "NPS 30 · 24 h". */
export const useStandardWords = () => {
  const t = useTranslations('journeyEdit')
  const metrics = useTranslations('metrics')
  const locale = useLocale()
  return ({ metric, target, responseHours }: Standard): string => {
    const name = metrics.has(`name.${metric as 'nps'}`) ? metrics(`name.${metric as 'nps'}`) : metric
    const value = formatMetric(kindOfMetric(metric), target, locale)
    return responseHours === undefined ? `${name} ${value}` : `${name} ${value} · ${t('hours', { hours: responseHours })}`
  }
}
