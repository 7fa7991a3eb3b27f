'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { Suspense, use } from 'react'
import { BarChart, type LinkedBar } from '@/components/charts/bar-chart'
import { Card } from '@/components/ui/card'
import { useMetricName } from '@/components/ui/metric-name'
import { NoNumber } from '@/components/ui/no-number'
import { isHeadlineMetric } from '@/domain/metric/definition'
import type { HeadlineMetric } from '@/domain/score/metric-kind'
import { metricParser } from '../../_filters/search-params'
import classes from './overview.module.css'

export type DrawnDistribution = { metric: HeadlineMetric; n: number; bars: LinkedBar[]; hidden?: number | undefined }

type Props = {
  distributions: readonly DrawnDistribution[]
  /** the screens of the metrics of one’s own that have a distribution, by key */
  screens: Promise<Readonly<Record<string, string>>>
}

/** The way to the answers of a metric of one's own; nothing where it has no distribution, as an index or a ranking. */
const ToScreen = ({ metric, screens }: Pick<Props, 'screens'> & { metric: string }) => {
  const t = useTranslations('charts')
  const nameOf = useMetricName()
  const known = use(screens)
  return Object.hasOwn(known, metric) && known[metric] ? (
    <p className={classes.nothing}>
      <Link prefetch={false} href={known[metric]}>
        {t('distributionOf', { metric: nameOf(metric) })}
      </Link>
    </p>
  ) : null
}

/** How the answers to the metric of the trend spread over its scale; to the first headline metric that has any where the trend is of one’s own, whose answers its screen tells. */
export const DistributionCard = ({ distributions, screens }: Props) => {
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
      {asked !== null && !isHeadlineMetric(asked) && (
        <Suspense>
          <ToScreen metric={asked} screens={screens} />
        </Suspense>
      )}
      {distribution.n > 0 ? (
        <BarChart title={title} bars={distribution.bars} n={distribution.n} boxNames={boxNames} metric={metric} />
      ) : (
        <p className={classes.nothing}>
          <NoNumber hidden={distribution.hidden} />
        </p>
      )}
    </Card>
  )
}
