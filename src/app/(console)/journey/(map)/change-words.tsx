import { useLocale, useTranslations } from 'next-intl'
import { changeWord, differenceWords, markOfChange } from '@/components/format/change-word'
import { formatChange, formatChangeBounds } from '@/components/format/format-metric'
import { Mark } from '@/components/ui/mark'
import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Summary } from '@/domain/analysis/summarize'
import type { Better } from '@/domain/metric/better'
import type { MetricKind } from '@/domain/score/score'
import classes from './journey.module.css'

type ChangeWordsProps = {
  kind: MetricKind
  better: Better
  summary: Summary
  before: Summary | null
  change: Comparison | null
  /** a difference between customers has no direction in time */
  isOtherCustomers: boolean
}

/** How a score differs from the other side, and whether clearly; the difference alone where nothing could be tested. */
export const ChangeWords = ({ kind, better, summary, before, change, isOtherCustomers }: ChangeWordsProps) => {
  const t = useTranslations('journey')
  const metrics = useTranslations('metrics')
  const locale = useLocale()
  if (summary.value === null || before?.value === null || before === null) return null
  const word = changeWord(change, better)
  const words = isOtherCustomers ? t(differenceWords[word]) : metrics(`change.${word}`)
  return (
    <span
      className={classes.change}
      title={change ? metrics('changeInterval', formatChangeBounds(kind, change, locale)) : undefined}
    >
      <Mark {...markOfChange(change, better)} size={9} />
      <strong>{formatChange(kind, summary.value - before.value, locale)}</strong>
      {change && <span>{words}</span>}
    </span>
  )
}
