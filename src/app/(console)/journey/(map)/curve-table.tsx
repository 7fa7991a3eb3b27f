import { useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import { numberCell, Table } from '@/components/ui/table'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import { localize } from '@/domain/localized'
import type { DrawnMeasure, JourneyStage } from '@/pipeline/analyze/get-journey-map'
import { ChangeWords } from './change-words'
import classes from './curve.module.css'
import { measureName } from './measure-name'

type CurveTableProps = {
  stages: readonly JourneyStage[]
  measure: DrawnMeasure
  against: string
  isOtherCustomers: boolean
  locale: string
}

/** The curve's numbers, for whoever would rather read than look. */
export const CurveTable = ({ stages, measure, against, isOtherCustomers, locale }: CurveTableProps) => {
  const t = useTranslations('journey')
  const charts = useTranslations('charts')
  const metrics = useTranslations('metrics')
  const language = useLocale()
  const show = (value: number | null) => (value === null ? '–' : formatMetric(measure.kind, value, language))
  const count = (n: number) => new Intl.NumberFormat(language).format(n)
  const shown = (summary: Summary) =>
    isSuppressed(summary) ? (
      <span title={metrics('hidden', { least: summary.hidden ?? 0 })}>{metrics('hiddenShort')}</span>
    ) : (
      show(summary.value)
    )
  const counted = (summary: Summary) => (isSuppressed(summary) ? '–' : count(summary.n))
  const head = [
    { key: 'stage', label: t('stage') },
    { key: 'value', label: measureName(measure, metrics, language), isNumber: true },
    { key: 'low', label: charts('low'), isNumber: true },
    { key: 'high', label: charts('high'), isNumber: true },
    { key: 'n', label: 'n', isNumber: true },
    { key: 'touchpoints', label: t('touchpoints'), isNumber: true },
    { key: 'against', label: against, isNumber: true },
    { key: 'before', label: 'n', isNumber: true },
    { key: 'difference', label: t('difference') },
  ]
  return (
    <details className={classes.table}>
      <summary>{t('table')}</summary>
      <Table label={t('curveOf', { measure: measureName(measure, metrics, language) })} head={head}>
        {stages.map(({ key, name, curve: { summary, before, change, touchpoints } }) => (
          <tr key={key}>
            <td>{localize(name, locale)}</td>
            <td className={numberCell}>{shown(summary)}</td>
            <td className={numberCell}>{show(summary.low)}</td>
            <td className={numberCell}>{show(summary.high)}</td>
            <td className={numberCell}>{counted(summary)}</td>
            <td className={numberCell}>{count(touchpoints)}</td>
            <td className={numberCell}>{shown(before)}</td>
            <td className={numberCell}>{counted(before)}</td>
            <td>
              <ChangeWords kind={measure.kind} better={measure.better} {...{ change, summary, before, isOtherCustomers }} />
            </td>
          </tr>
        ))}
      </Table>
    </details>
  )
}
