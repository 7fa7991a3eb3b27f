'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { MetricKind } from '@/domain/score/score'
import { formatMetric, formatSpread } from '../format/format-metric'
import classes from './trend-chart.module.css'
import type { PlotPoint } from './trend-data'

type TrendTooltipProps = { kind: MetricKind; active?: boolean; payload?: readonly { payload?: PlotPoint }[] }

export const TrendTooltip = ({ kind, active, payload }: TrendTooltipProps) => {
  const t = useTranslations('charts')
  const locale = useLocale()
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <div className={classes.tooltip}>
      <p className={classes.tooltipTitle}>{point.label}</p>
      {point.value === null ? (
        <p>{point.hidden === null ? t('noAnswers') : t('hidden', { least: point.hidden })}</p>
      ) : (
        <p>
          <strong>{formatMetric(kind, point.value, locale)}</strong>
          {point.band && ` ${formatSpread(kind, { value: point.value, low: point.band[0], high: point.band[1] }, locale)}`} · n{' '}
          {point.n}
        </p>
      )}
      {point.before !== null && (
        <p className={classes.tooltipBefore}>
          {point.beforeLabel}: {formatMetric(kind, point.before, locale)}
        </p>
      )}
      {point.href && <p className={classes.tooltipBefore}>{t('openAnswers')}</p>}
    </div>
  )
}
