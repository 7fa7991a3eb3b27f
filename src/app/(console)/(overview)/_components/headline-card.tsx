import { useLocale, useTranslations } from 'next-intl'
import { SparkLine } from '@/components/charts/spark-line'
import { directionOf, formatChange, formatChangeBounds, formatMetric } from '@/components/format/format-metric'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { Mark } from '@/components/ui/mark'
import { Term } from '@/components/ui/term'
import type { Headline } from '@/pipeline/analyze/get-headlines'
import classes from './overview.module.css'

const boxes = { rise: 'high', fall: 'low', none: 'middle' } as const

/** One metric: how it stands, how sure that is, and whether the change to the period before is more than chance. */
export const HeadlineCard = ({ headline }: { headline: Headline }) => {
  const t = useTranslations('metrics')
  const locale = useLocale()
  const { metric, summary, previous, comparison, points } = headline
  const direction = directionOf(comparison)
  return (
    <Card title={<Term word={metric}>{t(`name.${metric}`)}</Term>} className={classes.headline}>
      <div className={classes.number}>
        <Estimate kind={metric} summary={summary} size="headline" />
      </div>
      {comparison && previous.value !== null ? (
        <p
          className={classes.change}
          data-direction={direction}
          title={t('changeInterval', formatChangeBounds(metric, comparison, locale))}
        >
          <Mark box={boxes[direction]} />
          <strong>{formatChange(metric, comparison.difference, locale)}</strong>
          <span>{t(`change.${direction}`)}</span>
          <span className={classes.before}>{t('from', { value: formatMetric(metric, previous.value, locale) })}</span>
        </p>
      ) : (
        <p className={classes.change}>{summary.n > 0 ? t('noComparison') : t('noneYet')}</p>
      )}
      {summary.n > 0 && <SparkLine points={points} />}
    </Card>
  )
}
