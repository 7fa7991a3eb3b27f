import { VisuallyHidden } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { markOfMove } from '@/components/format/change-word'
import { formatMetric, formatSpread } from '@/components/format/format-metric'
import { Mark } from '@/components/ui/mark'
import type { CurvePoint } from '@/domain/analysis/map-journey'
import type { Summary } from '@/domain/analysis/summarize'
import type { Better } from '@/domain/metric/better'
import type { MetricKind } from '@/domain/score/score'
import { ChangeWords } from './change-words'
import classes from './curve.module.css'

type CurveSpotProps = {
  name: string
  kind: MetricKind
  better: Better
  curve: CurvePoint
  against: string
  isOtherCustomers: boolean
  end: 'highest' | 'lowest' | null
  /** which way its note opens, so that it stays on the chart */
  side: 'start' | 'middle' | 'end'
}

const moves = { highest: 'rise', lowest: 'fall' } as const

/** One point of the curve, labelled with its value; what else there is to say shows on hover and on focus. */
export const CurveSpot = ({ name, kind, better, curve, against, isOtherCustomers, end, side }: CurveSpotProps) => {
  const t = useTranslations('journey')
  const locale = useLocale()
  const { summary, before, change } = curve
  const numbers = new Intl.NumberFormat(locale)
  const half = (one: Summary) => formatSpread(kind, one, locale)
  const whole = (one: Summary) => `${formatMetric(kind, one.value ?? 0, locale)} ${half(one)}`
  return (
    <>
      <span className={classes.dot} data-end={end ?? undefined}>
        <Mark {...(end ? markOfMove(moves[end], better) : { box: 'middle' as const })} size={11} />
      </span>
      <span className={classes.label}>
        <VisuallyHidden>{name} </VisuallyHidden>
        <strong>{formatMetric(kind, summary.value ?? 0, locale)}</strong> <span className={classes.half}>{half(summary)}</span>
      </span>
      <span className={classes.note} data-side={side}>
        <strong aria-hidden="true">{name}</strong>
        <span>
          {t('point', { value: whole(summary), n: numbers.format(summary.n) })}
          {end && ` · ${t(end)}`}
        </span>
        {before.value !== null && (
          <span>{t('pointBefore', { label: against, value: whole(before), n: numbers.format(before.n) })}</span>
        )}
        {before.value !== null && (
          <span>
            <ChangeWords kind={kind} better={better} {...{ change, summary, before, isOtherCustomers }} />
          </span>
        )}
        <span>{t('pointFrom', { count: curve.touchpoints })}</span>
        <em>{t('toAnswers')}</em>
      </span>
    </>
  )
}
