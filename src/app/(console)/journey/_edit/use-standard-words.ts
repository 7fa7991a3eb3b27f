'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import { useDefinitionOf } from '@/components/ui/definitions'
import { useMetricName } from '@/components/ui/metric-name'
import { useMetricKind } from '@/components/ui/use-metric-kind'
import { normalizeTarget } from '@/domain/analysis/standard'
import { betterOf } from '@/domain/metric/better'
import type { Standard } from '@/domain/touchpoint/schema'

/** A standard in a few words: "NPS 30 · 24 h". */
export const useStandardWords = () => {
  const t = useTranslations('journeyEdit')
  const [nameOf, kindOf, definitionOf] = [useMetricName(), useMetricKind(), useDefinitionOf()]
  const locale = useLocale()
  return ({ metric, target, responseHours }: Standard): string => {
    const name = nameOf(metric)
    const kind = kindOf(metric)
    const isMost = betterOf(definitionOf(metric)?.definition) === 'less'
    const value = `${isMost ? '≤ ' : ''}${formatMetric(kind, normalizeTarget(kind, target), locale)}`
    return responseHours === undefined ? `${name} ${value}` : `${name} ${value} · ${t('hours', { hours: responseHours })}`
  }
}
