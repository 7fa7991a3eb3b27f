import { useLocale, useTranslations } from 'next-intl'
import { changeWord, markOfChange } from '@/components/format/change-word'
import { directionOf, formatChange, formatChangeBounds, formatMetric } from '@/components/format/format-metric'
import { Mark } from '@/components/ui/mark'
import type { Comparison } from '@/domain/analysis/compare-sums'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import type { Better } from '@/domain/metric/better'
import type { MetricKind } from '@/domain/score/score'
import classes from './overview.module.css'

type ChangeLineProps = { kind: MetricKind; better: Better; summary: Summary; previous: Summary; comparison: Comparison | null }

/** How a number moved since the period it is compared with, and whether that is more than chance. */
export const ChangeLine = ({ kind, better, summary, previous, comparison }: ChangeLineProps) => {
  const t = useTranslations('metrics')
  const locale = useLocale()
  if (isSuppressed(summary)) return <p className={classes.change}>{t('hiddenNoChange')}</p>
  // The number itself says that nobody answered.
  if (summary.n === 0) return <p className={classes.change} />
  if (!comparison || previous.value === null) return <p className={classes.change}>{t('noComparison')}</p>
  return (
    <p
      className={classes.change}
      data-direction={directionOf(comparison)}
      title={t('changeInterval', formatChangeBounds(kind, comparison, locale))}
    >
      <Mark {...markOfChange(comparison, better)} />
      <strong>{formatChange(kind, comparison.difference, locale)}</strong>
      <span>{t(`change.${changeWord(comparison, better)}`)}</span>
      <span className={classes.before}>{t('from', { value: formatMetric(kind, previous.value, locale) })}</span>
    </p>
  )
}
