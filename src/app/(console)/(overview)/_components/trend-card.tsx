'use client'

import { VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import type { Headlines } from '@/pipeline/analyze/get-headlines'
import { metricParser } from '../../_filters/search-params'
import classes from './overview.module.css'

/** The trend of one headline metric. All three are here already, so that switching asks nobody. */
export const TrendCard = ({ headlines }: { headlines: Headlines }) => {
  const t = useTranslations('charts')
  const [asked, setMetric] = useQueryState('metric', metricParser)
  // Unless one is asked for, the first that has something to show.
  const metric = asked ?? headlines.metrics.find(({ summary }) => summary.n > 0)?.metric ?? 'nps'
  const headline = headlines.metrics.find((one) => one.metric === metric)
  if (!headline) return null
  return (
    <Card
      title={t('trend', { interval: headlines.interval })}
      aside={
        <fieldset className={classes.switch}>
          <VisuallyHidden component="legend">{t('metric')}</VisuallyHidden>
          {headlines.metrics.map((one) => (
            <button key={one.metric} type="button" aria-pressed={one.metric === metric} onClick={() => setMetric(one.metric)}>
              {t(`name.${one.metric}`)}
            </button>
          ))}
        </fieldset>
      }
    >
      <TrendChart
        kind={headline.metric}
        title={t('trendOf', { metric: t(`name.${headline.metric}`) })}
        points={headline.points}
        previousPoints={headline.previousPoints}
        interval={headlines.interval}
      />
    </Card>
  )
}
