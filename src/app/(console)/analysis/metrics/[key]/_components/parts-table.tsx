'use client'

import { useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import { useDefinitionOf } from '@/components/ui/definitions'
import { Estimate } from '@/components/ui/estimate'
import { MetricTerm } from '@/components/ui/metric-term'
import { numberCell, Table } from '@/components/ui/table'
import type { PartScore } from '@/domain/metric/index-score'
import { nameOf } from '@/domain/metric/tell-definition'

/** The parts of an index: each with its own number, n and interval, and what of it goes into the whole. */
export const PartsTable = ({ parts }: { parts: readonly PartScore[] }) => {
  const t = useTranslations('ownMetrics')
  const words = useTranslations('definitions')
  const locale = useLocale()
  const definitionOf = useDefinitionOf()
  const head = [
    { key: 'part', label: t('part') },
    { key: 'number', label: t('number') },
    { key: 'weight', label: t('weight'), isNumber: true },
    { key: 'onIndex', label: t('onIndex'), isNumber: true },
  ]
  const nameOfPart = (key: string): string => {
    const definition = definitionOf(key)?.definition
    return key === 'sentiment' ? words('sentiment') : definition ? nameOf(key, definition, locale) : key
  }
  return (
    <Table label={t('parts')} head={head} isList>
      {parts.map(({ key, share, shownAs, summary, score }) => (
        <tr key={key}>
          <td>
            <MetricTerm metric={key}>{nameOfPart(key)}</MetricTerm>
          </td>
          <td>
            <Estimate kind={shownAs} summary={summary} />
          </td>
          <td className={numberCell}>
            {new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)}
          </td>
          <td className={numberCell}>{score === null ? '–' : formatMetric('mean', score, locale)}</td>
        </tr>
      ))}
    </Table>
  )
}
