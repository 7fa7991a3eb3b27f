import { VisuallyHidden } from '@mantine/core'
import { Check, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import type { Standing as StandingValue } from '@/domain/analysis/standard'
import type { Better } from '@/domain/metric/better'
import type { MetricKind } from '@/domain/score/score'
import { formatGap, formatMetric } from '../format/format-metric'
import classes from './standing.module.css'

type StandingProps = { standing: StandingValue | null; kind: MetricKind; better: Better }

/** A score against its standard: a tick, or the gap; in the words of how sure that is. */
export const Standing = ({ standing, kind, better }: StandingProps) => {
  const t = useTranslations('metrics')
  const locale = useLocale()
  if (!standing) return <span className={classes.none}>–</span>
  const { target, gap, isMet, isCertain } = standing
  const state = isMet ? (isCertain ? 'metSurely' : 'met') : isCertain ? 'missedSurely' : 'missed'
  return (
    <span className={classes.standing} data-state={state} title={t(`standing.${state}`)}>
      {isMet ? <Check size={14} strokeWidth={2} aria-hidden /> : <X size={14} strokeWidth={2} aria-hidden />}
      <span>{t(better === 'less' ? 'targetAtMost' : 'target', { target: formatMetric(kind, target, locale) })}</span>
      {!isMet && <strong>{formatGap(kind, gap, locale)}</strong>}
      <VisuallyHidden>{t(`standing.${state}`)}</VisuallyHidden>
    </span>
  )
}
