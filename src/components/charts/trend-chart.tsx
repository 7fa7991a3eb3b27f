'use client'

import dynamic from 'next/dynamic'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Interval } from '@/domain/analysis/period'
import type { TrendPoint } from '@/domain/analysis/trend'
import type { MetricKind } from '@/domain/score/score'
import { useDefinitionLine } from '../ui/definition-words'
import { HiddenNumber } from '../ui/hidden-number'
import { type AnswersLink, bucketHref } from './bucket-href'
import type { ChartTable } from './chart-table'
import { ChartTools } from './chart-tools'
import { metricLimits } from './metric-limits'
import { usePictureLines } from './picture-context'
import classes from './trend-chart.module.css'
import { plotPoints, valueScale } from './trend-data'
import { trendSvg } from './trend-svg'
import { TrendTable } from './trend-table'

const TrendPlot = dynamic(() => import('./trend-plot'), {
  ssr: false,
  loading: () => <div className={classes.plotLoading} data-waiting />,
})

export type TrendChartProps = {
  kind: MetricKind
  title: string
  points: readonly TrendPoint[]
  previousPoints: readonly TrendPoint[]
  interval: Interval
  target?: number | null
  /** whose definition stands in the picture, where it isn't that of its kind */
  metric?: string
  /** the ends of its values, where they aren't those of its kind */
  limits?: [number, number] | null
  /** where the answers behind its points are listed */
  answers?: AnswersLink | undefined
}

/** A trend with its interval and n, beside the period before; as a drawing or as a table. */
export const TrendChart = ({
  kind,
  title,
  points,
  previousPoints,
  interval,
  target = null,
  limits = null,
  metric = kind,
  answers,
}: TrendChartProps) => {
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
  const least = points.find(({ hidden, n }) => hidden !== undefined && n === 0)?.hidden ?? null
  const hrefOf = (start: string) => (answers ? bucketHref(answers, start, interval) : null)
  const plotted = plotPoints({ points, previousPoints }, labelOf, hrefOf)
  const scale = valueScale(plotted, target, limits ?? metricLimits[kind] ?? null)
  const pictureLines = usePictureLines()
  const n = new Intl.NumberFormat(locale).format(points.reduce((sum, point) => sum + point.n, 0))
  const definition = useDefinitionLine(metric)
  const drawing = () =>
    trendSvg({
      ...{ title, locale, kind, points: plotted, scale, target },
      lines: [...pictureLines, [`n ${n}`, definition].filter(Boolean).join(' · ')],
      words: { value: t('value'), interval: t('interval'), before: t('before') },
    })
  const table = (): ChartTable => ({
    head: [t('from'), t('value'), t('low'), t('high'), 'n', t('before')],
    rows: plotted.map(({ start, value, band, n, before, hidden }) => [
      ...[start, value, band?.[0] ?? null, band?.[1] ?? null],
      ...[hidden === null ? n : t('hidden', { least: hidden }), before],
    ]),
  })
  // An empty drawing would look as if nobody had answered.
  if (least !== null && plotted.every(({ value, before }) => value === null && before === null))
    return <HiddenNumber least={least} />
  return (
    <figure className={classes.figure} aria-label={title}>
      <figcaption className={classes.legend}>
        <span className={classes.keyNow}>{t('value')}</span>
        <span className={classes.keyBand}>{t('interval')}</span>
        <span className={classes.keyBefore}>{t('before')}</span>
        <span>{t('countsBelow')}</span>
        {least !== null && <span>{t('hiddenGaps', { least })}</span>}
        <ChartTools title={title} {...{ isTable, setTable, drawing, table }} />
      </figcaption>
      <div className={classes.stage}>
        {isTable ? (
          <TrendTable kind={kind} points={plotted} locale={locale} title={title} />
        ) : (
          <TrendPlot kind={kind} points={plotted} scale={scale} target={target} />
        )}
      </div>
    </figure>
  )
}
