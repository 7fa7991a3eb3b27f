import { getTranslations } from 'next-intl/server'
import { BarChart } from '@/components/charts/bar-chart'
import { Card } from '@/components/ui/card'
import { NoNumber } from '@/components/ui/no-number'
import { isFailure } from '@/domain/errors'
import { isHeadlineMetric } from '@/domain/metric/definition'
import type { HeadlineMetric } from '@/domain/score/metric-kind'
import { onlySurvey } from '../../_metrics/only-survey'
import { DistributionExport, OwnDistribution } from '../../_metrics/own-distribution'
import type { WidgetOf } from './board'
import { boardHref } from './board-href'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

type Props = WidgetProps<WidgetOf<'distribution'>>

/** How the answers to a metric spread: over the scale of the field's, over the question's own answers of one's own. */
export const DistributionWidget = ({ widget, ...props }: Props) =>
  isHeadlineMetric(widget.metric) ? ofTheField(widget.metric, props) : ofOnesOwn(widget.metric, props)

const ofOnesOwn = async (metric: string, { board, name, title, narrowing }: Omit<Props, 'widget'>) => {
  const [t, found] = await Promise.all([getTranslations('dashboards'), board.read.ownDistribution(narrowing, metric)])
  if (isFailure(found) && found.error === 'invalid')
    return (
      <Card title={title}>
        <p className={classes.notice}>{t('noDistribution')}</p>
      </Card>
    )
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const { n, hidden, surveys } = found
  if (n === 0)
    return (
      <Card title={title}>
        <p className={classes.notice}>
          <NoNumber hidden={hidden} />
        </p>
      </Card>
    )
  return (
    <Card title={title} isFlush aside={<DistributionExport title={name} {...{ metric, found }} />}>
      <OwnDistribution
        title={name}
        found={found}
        hrefOf={(condition) => boardHref('/responses', board, { ...narrowing, ...onlySurvey(surveys) }, condition)}
      />
    </Card>
  )
}

const ofTheField = async (metric: HeadlineMetric, { board, name, title, narrowing }: Omit<Props, 'widget'>) => {
  const [t, found] = await Promise.all([getTranslations('charts'), board.read.distributions(narrowing)])
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const { n = 0, bars = [], hidden } = found.find((one) => one.metric === metric) ?? {}
  const linked = bars.map((bar) => ({
    ...bar,
    href: boardHref('/responses', board, narrowing, { field: `score.${metric}`, op: 'eq', value: bar.value }),
  }))
  const boxNames = {
    low: t(`boxes.${metric}.low`),
    middle: t(`boxes.${metric}.middle`),
    high: t(`boxes.${metric}.high`),
  }
  return (
    <Card title={title} aside={t(`scaleOf.${metric}`)}>
      {n > 0 ? (
        <BarChart title={name} bars={linked} n={n} boxNames={boxNames} metric={metric} />
      ) : (
        <p className={classes.notice}>
          <NoNumber hidden={hidden} />
        </p>
      )}
    </Card>
  )
}
