'use client'

import { useTranslations } from 'next-intl'
import { SparkLine } from '@/components/charts/spark-line'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { MetricTerm } from '@/components/ui/metric-term'
import type { Headline } from '@/pipeline/analyze/get-headlines'
import { ChangeLine } from './change-line'
import { useLiveHeadline } from './live-figures'
import classes from './overview.module.css'

/** One metric: how it stands, how sure that is, and whether the change to the period before is more than chance. */
export const HeadlineCard = ({ headline }: { headline: Headline }) => {
  const t = useTranslations('metrics')
  const { metric, defined, summary, previous, comparison, points } = useLiveHeadline(headline)
  return (
    <Card
      title={
        <MetricTerm metric={metric} defined={defined}>
          {t(`name.${metric}`)}
        </MetricTerm>
      }
      className={classes.headline}
    >
      <div className={classes.number}>
        <Estimate kind={metric} summary={summary} size="headline" />
      </div>
      <ChangeLine kind={metric} summary={summary} previous={previous} comparison={comparison} />
      {summary.n > 0 && <SparkLine points={points} />}
    </Card>
  )
}
