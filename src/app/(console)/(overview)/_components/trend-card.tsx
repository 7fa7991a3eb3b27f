'use client'

import { NativeSelect, VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useQueryState } from 'nuqs'
import { Suspense, use } from 'react'
import type { AnswersLink } from '@/components/charts/bucket-href'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { useOwnMetrics } from '@/components/ui/definitions'
import { useMetricName } from '@/components/ui/metric-name'
import { useMetricChoices } from '@/components/ui/use-metric-choices'
import type { Interval } from '@/domain/analysis/period'
import { isSuppressed } from '@/domain/analysis/summarize'
import type { Headlines } from '@/pipeline/analyze/get-headlines'
import type { OwnMetrics } from '@/pipeline/analyze/get-own-metrics'
import { metricParser } from '../../_filters/search-params'
import classes from './overview.module.css'

type TrendCardProps = {
  headlines: Headlines
  /** of the organization's own metrics, which can be chosen before they are here */
  numbers: Promise<OwnMetrics>
  /** by metric, where its answers are listed */
  answers: Readonly<Record<string, AnswersLink>>
}

type OwnTrendProps = { metric: string; interval: Interval; answers: AnswersLink | undefined } & Pick<TrendCardProps, 'numbers'>

const OwnTrend = ({ metric, interval, numbers, answers }: OwnTrendProps) => {
  const t = useTranslations('charts')
  const name = useMetricName()(metric)
  const view = use(numbers).views.find(({ key }) => key === metric)
  if (!view) return <p className={classes.nothing}>{t('tooSlow')}</p>
  const { shownAs, limits, points, previousPoints } = view
  return (
    <TrendChart
      kind={shownAs}
      metric={metric}
      title={t('trendOf', { metric: name })}
      limits={limits && [limits.from, limits.to]}
      {...{ points, previousPoints, interval, answers }}
    />
  )
}

/** Where none of the field's metrics has something to show, the first of one's own that has, or else the first that is kept back. */
const TrendOfFirst = (props: TrendCardProps) => {
  const { views } = use(props.numbers)
  const hidden = () =>
    props.headlines.metrics.find(({ summary }) => isSuppressed(summary))?.metric ??
    views.find(({ summary }) => isSuppressed(summary))?.key
  const first = views.find(({ summary }) => summary.n > 0)
  return <TrendOf {...props} usual={first?.key ?? hidden() ?? 'nps'} />
}

/** The trend of one metric. All are here already or on their way, so that choosing another asks nobody. */
export const TrendCard = (props: TrendCardProps) => {
  const own = useOwnMetrics()
  const [asked] = useQueryState('metric', metricParser)
  // Unless one is asked for, the first that has something to show.
  const usual = props.headlines.metrics.find(({ summary }) => summary.n > 0)?.metric
  if (asked !== null || usual || own.length === 0) return <TrendOf {...props} usual={usual ?? 'nps'} />
  return (
    <Suspense fallback={<TrendOf {...props} usual="nps" />}>
      <TrendOfFirst {...props} />
    </Suspense>
  )
}

const TrendOf = ({ headlines, numbers, answers, usual }: TrendCardProps & { usual: string }) => {
  const t = useTranslations('charts')
  const nameOf = useMetricName()
  const choices = useMetricChoices(t('ownMetrics'))
  const [asked, setMetric] = useQueryState('metric', metricParser)
  const known: readonly string[] = [...headlines.metrics.map(({ metric }) => metric), ...choices.own]
  const metric = asked !== null && known.includes(asked) ? asked : usual
  const headline = headlines.metrics.find((one) => one.metric === metric)
  const { interval } = headlines
  return (
    <Card
      title={t('trend', { interval })}
      aside={
        choices.own.length > 0 ? (
          <NativeSelect
            aria-label={t('metric')}
            size="xs"
            value={metric}
            onChange={({ currentTarget: { value } }) => setMetric(value)}
            data={choices.all}
          />
        ) : (
          <fieldset className={classes.switch}>
            <VisuallyHidden component="legend">{t('metric')}</VisuallyHidden>
            {headlines.metrics.map((one) => (
              <button key={one.metric} type="button" aria-pressed={one.metric === metric} onClick={() => setMetric(one.metric)}>
                {nameOf(one.metric)}
              </button>
            ))}
          </fieldset>
        )
      }
    >
      {headline ? (
        <TrendChart
          kind={headline.metric}
          title={t('trendOf', { metric: nameOf(metric) })}
          points={headline.points}
          previousPoints={headline.previousPoints}
          interval={interval}
          answers={answers[metric]}
        />
      ) : (
        <Suspense fallback={<p className={classes.nothing}>{t('counting')}</p>}>
          <OwnTrend {...{ metric, interval, numbers }} answers={answers[metric]} />
        </Suspense>
      )}
    </Card>
  )
}
