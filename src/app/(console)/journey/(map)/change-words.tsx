import { useLocale, useTranslations } from 'next-intl'
import { directionOf, formatChange, formatChangeBounds } from '@/components/format/format-metric'
import { Mark } from '@/components/ui/mark'
import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Summary } from '@/domain/analysis/summarize'
import type { MetricKind } from '@/domain/score/score'
import classes from './journey.module.css'

const boxes = { rise: 'high', fall: 'low', none: 'middle' } as const
const differences = { rise: 'higher', fall: 'lower', none: 'alike' } as const

type ChangeWordsProps = {
  kind: MetricKind
  summary: Summary
  before: Summary | null
  change: Comparison | null
  /** a difference between customers has no direction in time */
  isOtherCustomers: boolean
}

/** How a score differs from the other side, and whether clearly; the difference alone where nothing could be tested. */
export const ChangeWords = ({ kind, summary, before, change, isOtherCustomers }: ChangeWordsProps) => {
  const t = useTranslations('journey')
  const metrics = useTranslations('metrics')
  const locale = useLocale()
  if (summary.value === null || before?.value === null || before === null) return null
  const direction = directionOf(change)
  const words = isOtherCustomers ? t(differences[direction]) : metrics(`change.${direction}`)
  return (
    <span
      className={classes.change}
      title={change ? metrics('changeInterval', formatChangeBounds(kind, change, locale)) : undefined}
    >
      <Mark box={boxes[direction]} size={9} />
      <strong>{formatChange(kind, summary.value - before.value, locale)}</strong>
      {change && <span>{words}</span>}
    </span>
  )
}
