'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { BarChart, type LinkedBar } from '@/components/charts/bar-chart'
import { Card } from '@/components/ui/card'
import { HiddenNumber } from '@/components/ui/hidden-number'
import { useMetricName } from '@/components/ui/metric-name'
import type { HeadlineMetric } from '@/domain/score/metric-kind'
import { metricParser } from '../../_filters/search-params'
import classes from './overview.module.css'

export type DrawnDistribution = { metric: HeadlineMetric; n: number; bars: LinkedBar[]; hidden?: number | undefined }

type Props = {
  distributions: readonly DrawnDistribution[]
  /** the screens of metrics of one’s own that have a distribution, by key */
  screens: Readonly<Record<string, string>>
}

/** How the answers to the metric of the trend spread over its scale; to the first headline metric that has any where the trend is of one’s own, whose answers its screen tells. */
export const DistributionCard = ({ distributions, screens }: Props) => {
  const nameOf = useMetricName()
  const t = useTranslations('charts')
  const [asked] = useQueryState('metric', metricParser)
  const distribution =
    distributions.find((one) => one.metric === asked) ??
    distributions.find(({ n }) => n > 0) ??
    distributions.find(({ hidden }) => hidden !== undefined) ??
    distributions[0]
  if (!distribution) return null
  const { metric } = distribution
  const title = t('distributionOf', { metric: t(`name.${metric}`) })
  const boxNames = {
    low: t(`boxes.${metric}.low`),
    middle: t(`boxes.${metric}.middle`),
    high: t(`boxes.${metric}.high`),
  }
  return (
    <Card title={title} aside={t(`scaleOf.${metric}`)}>
      {asked !== null && screens[asked] && (
        <p className={classes.nothing}>
          <Link prefetch={false} href={screens[asked]}>
            {t('distributionOf', { metric: nameOf(asked) })}
          </Link>
        </p>
      )}
      {distribution.n > 0 ? (
        <BarChart title={title} bars={distribution.bars} n={distribution.n} boxNames={boxNames} metric={metric} />
      ) : (
        <p className={classes.nothing}>
          {distribution.hidden === undefined ? t('noAnswers') : <HiddenNumber least={distribution.hidden} />}
        </p>
      )}
    </Card>
  )
}
