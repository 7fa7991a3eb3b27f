import type { useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { DrawnMeasure } from '@/pipeline/analyze/get-journey-map'

/** What the curve is drawn in, in words. */
export const measureName = (
  { key, name }: DrawnMeasure,
  metrics: ReturnType<typeof useTranslations<'metrics'>>,
  locale: string,
): string => (name ? localize(name, locale) : metrics(`name.${key as 'nps'}`))
