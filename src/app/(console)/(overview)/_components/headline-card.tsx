'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Suspense, use } from 'react'
import { SparkLine } from '@/components/charts/spark-line'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { MetricTerm } from '@/components/ui/metric-term'
import type { Comparison } from '@/domain/analysis/compare-sums'
import type { Headline } from '@/pipeline/analyze/get-headlines'
import { ChangeLine } from './change-line'
import { useLiveHeadline } from './live-figures'
import classes from './overview.module.css'

type Comparisons = Promise<Readonly<Record<string, Comparison | null>>>
type JudgedProps = Pick<Headline, 'metric' | 'summary' | 'previous'> & { comparisons: Comparisons }

/** Waits until all comparisons of the screen are judged together. */
const JudgedChange = ({ comparisons, metric, summary, previous }: JudgedProps) => (
  <ChangeLine kind={metric} better="more" summary={summary} previous={previous} comparison={use(comparisons)[metric] ?? null} />
)

type HeadlineCardProps = {
  headline: Headline
  comparisons: Comparisons
  /** the answers behind it */
  answers: string
}

/** One metric: how it stands, how sure that is, and whether the change to the period before is more than chance. */
export const HeadlineCard = ({ headline, comparisons, answers }: HeadlineCardProps) => {
  const t = useTranslations('metrics')
  const { metric, defined, summary, previous, points } = useLiveHeadline(headline)
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
        <Link prefetch={false} href={answers} className={classes.toAnswers}>
          <Estimate kind={metric} summary={summary} size="headline" />
        </Link>
      </div>
      <Suspense fallback={<p className={classes.change} />}>
        <JudgedChange {...{ comparisons, metric, summary, previous }} />
      </Suspense>
      {summary.n > 0 && <SparkLine points={points} />}
    </Card>
  )
}
