import { useTranslations } from 'next-intl'
import { formatChange, formatHalfWidth, formatMetric } from '@/components/format/format-metric'
import { localize } from '@/domain/localized'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'

/** A gap's name and figures as they are written everywhere on the screen. */
export const useGapWords = (locale: string) => {
  const dimensions = useTranslations('dimensions')
  return {
    nameOf: ({ asked }: MeasuredGap): string =>
      asked.dimension ? dimensions(asked.dimension as 'product') : localize(asked.text, locale) || asked.key,
    figure: (value: number): string => formatMetric('mean', value, locale),
    signed: (value: number): string => formatChange('mean', value, locale),
    spread: ({ low, high }: MeasuredGap['satisfaction']): string =>
      low === null || high === null ? '±?' : `±${formatHalfWidth('mean', low, high, locale)}`,
  }
}
