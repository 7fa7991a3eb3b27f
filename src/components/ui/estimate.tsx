import { useLocale, useTranslations } from 'next-intl'
import { isSuppressed, type Summary } from '@/domain/analysis/summarize'
import type { MetricKind } from '@/domain/score/score'
import { formatBounds, formatMetric, formatSpread } from '../format/format-metric'
import classes from './estimate.module.css'
import { HiddenNumber, Withheld } from './hidden-number'

type EstimateProps = {
  kind: MetricKind
  summary: Pick<Summary, 'n' | 'value' | 'low' | 'high' | 'hidden'>
  size?: 'headline' | 'line'
}

/** A number that says how sure it is: value, interval, n. */
export const Estimate = ({ kind, summary, size = 'line' }: EstimateProps) => {
  const t = useTranslations('metrics')
  const locale = useLocale()
  const { n, value, hidden } = summary
  if (isSuppressed(summary)) return <HiddenNumber least={hidden ?? 0} />
  if (value === null && n === 0) return <span className={classes.none}>{t('noAnswers')}</span>
  if (value === null)
    return (
      <span className={classes.none} title={t('tooFewHint')}>
        {t('tooFew')}{' '}
        <span className={classes.count}>
          <i>n</i> {new Intl.NumberFormat(locale).format(n)}
        </span>
        {hidden !== undefined && <Withheld least={hidden} />}
      </span>
    )
  const bounds = formatBounds(kind, summary, locale)
  return (
    <span className={classes[size]} title={bounds ? t('interval', bounds) : t('noInterval')}>
      <strong>{formatMetric(kind, value, locale)}</strong>
      <span className={classes.spread}>{formatSpread(kind, summary, locale)}</span>
      <span className={classes.count}>
        <i>n</i> {new Intl.NumberFormat(locale).format(n)}
      </span>
      {hidden !== undefined && <Withheld least={hidden} />}
    </span>
  )
}
