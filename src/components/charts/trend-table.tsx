'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MetricKind } from '@/domain/score/score'
import { formatMetric } from '../format/format-metric'
import { numberCell, Table } from '../ui/table'
import type { PlotPoint } from './trend-data'

type TrendTableProps = { kind: MetricKind; points: readonly PlotPoint[]; locale: string; title: string }

export const TrendTable = ({ kind, points, locale, title }: TrendTableProps) => {
  const t = useTranslations('charts')
  const show = (value: number | null | undefined) =>
    value === null || value === undefined ? '–' : formatMetric(kind, value, locale)
  const head = [
    { key: 'start', label: t('from') },
    { key: 'value', label: t('value'), isNumber: true },
    { key: 'low', label: t('low'), isNumber: true },
    { key: 'high', label: t('high'), isNumber: true },
    { key: 'n', label: 'n', isNumber: true },
    { key: 'before', label: t('before'), isNumber: true },
  ]
  return (
    <Table label={title} head={head}>
      {points.map((point) => (
        <tr key={point.start}>
          <td>{point.label}</td>
          <td className={numberCell}>
            {point.hidden === null ? (
              show(point.value)
            ) : (
              <span title={t('hidden', { least: point.hidden })}>{t('hiddenShort')}</span>
            )}
          </td>
          <td className={numberCell}>{show(point.band?.[0])}</td>
          <td className={numberCell}>{show(point.band?.[1])}</td>
          <td className={numberCell}>
            {point.hidden !== null ? (
              '–'
            ) : point.href ? (
              <Link prefetch={false} href={point.href}>
                {point.n}
              </Link>
            ) : (
              point.n
            )}
          </td>
          <td className={numberCell}>{show(point.before)}</td>
        </tr>
      ))}
    </Table>
  )
}
