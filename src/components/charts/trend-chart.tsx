'use client'

import dynamic from 'next/dynamic'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Interval } from '@/domain/analysis/period'
import type { TrendPoint } from '@/domain/analysis/trend'
import type { MetricKind } from '@/domain/score/score'
import { metricLimits } from './metric-limits'
import { TableToggle } from './table-toggle'
import classes from './trend-chart.module.css'
import { plotPoints, valueScale } from './trend-data'
import { TrendTable } from './trend-table'

const TrendPlot = dynamic(() => import('./trend-plot'), { ssr: false, loading: () => <div className={classes.plotLoading} /> })

export type TrendChartProps = {
  kind: MetricKind
  title: string
  points: readonly TrendPoint[]
  previousPoints: readonly TrendPoint[]
  interval: Interval
  target?: number | null
  /** the ends of its values, where they aren't those of its kind */
  limits?: [number, number] | null
}

/** A trend with its interval and n, beside the period before; as a drawing or as a table. */
export const TrendChart = ({ kind, title, points, previousPoints, interval, target = null, limits = null }: TrendChartProps) => {
  const t = useTranslations('charts')
  const format = useFormatter()
  const locale = useLocale()
  const [isTable, setTable] = useState(false)
  const labelOf = (start: string) =>
    format.dateTime(new Date(`${start}T00:00:00Z`), {
      timeZone: 'UTC',
      month: 'short',
      ...(interval === 'month' ? { year: '2-digit' } : { day: 'numeric' }),
    })
  const plotted = plotPoints({ points, previousPoints }, labelOf)
  return (
    <figure className={classes.figure} aria-label={title}>
      <figcaption className={classes.legend}>
        <span className={classes.keyNow}>{t('value')}</span>
        <span className={classes.keyBand}>{t('interval')}</span>
        <span className={classes.keyBefore}>{t('before')}</span>
        <span>{t('countsBelow')}</span>
        <TableToggle className={classes.toggle} isTable={isTable} setTable={setTable} />
      </figcaption>
      <div className={classes.stage}>
        {isTable ? (
          <TrendTable kind={kind} points={plotted} locale={locale} title={title} />
        ) : (
          <TrendPlot
            kind={kind}
            points={plotted}
            scale={valueScale(plotted, target, limits ?? metricLimits[kind] ?? null)}
            target={target}
          />
        )}
      </div>
    </figure>
  )
}
