import { getTranslations } from 'next-intl/server'
import { TrendChart } from '@/components/charts/trend-chart'
import { Card } from '@/components/ui/card'
import { NoNumber } from '@/components/ui/no-number'
import { isFailure } from '@/domain/errors'
import { answersBehind } from '../../_metrics/answers-behind'
import type { WidgetOf } from './board'
import { boardHref } from './board-href'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

export const TrendWidget = async ({ widget, board, name, title, narrowing }: WidgetProps<WidgetOf<'trend'>>) => {
  const [t, found] = await Promise.all([getTranslations('charts'), board.read.metric(narrowing, widget.metric)])
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const { shownAs, limits, points, previousPoints, summary, interval } = found
  return (
    <Card title={title} aside={t('trend', { interval })}>
      {summary.n > 0 ? (
        <TrendChart
          kind={shownAs}
          metric={widget.metric}
          title={name}
          limits={limits && [limits.from, limits.to]}
          {...{ points, previousPoints, interval }}
          answers={{
            href: boardHref('/responses', board, narrowing, answersBehind(widget.metric, board.definitions)),
            period: board.period,
          }}
        />
      ) : (
        <p className={classes.notice}>
          <NoNumber hidden={summary.hidden} />
        </p>
      )}
    </Card>
  )
}
