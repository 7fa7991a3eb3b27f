import { getTranslations } from 'next-intl/server'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { HiddenNumber } from '@/components/ui/hidden-number'
import { isFailure } from '@/domain/errors'
import type { WidgetOf } from './board'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

export const TrendWidget = async ({ widget, board, name, title, narrowing }: WidgetProps<WidgetOf<'trend'>>) => {
  const [t, found] = await Promise.all([getTranslations('charts'), board.read.headlines(narrowing)])
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const headline = found.metrics.find(({ metric }) => metric === widget.metric)
  if (!headline) throw new Error(`${widget.metric} is no headline metric`)
  const { points, previousPoints, summary } = headline
  return (
    <Card title={title} aside={t('trend', { interval: found.interval })}>
      {summary.n > 0 ? (
        <TrendChart kind={widget.metric} title={name} {...{ points, previousPoints }} interval={found.interval} />
      ) : (
        <p className={classes.notice}>
          {summary.hidden === undefined ? t('noAnswers') : <HiddenNumber least={summary.hidden} />}
        </p>
      )}
    </Card>
  )
}
