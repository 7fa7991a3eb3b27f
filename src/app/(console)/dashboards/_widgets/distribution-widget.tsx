import { getTranslations } from 'next-intl/server'
import { BarChart } from '@/components/charts/bar-chart'
import { Card } from '@/components/ui/card'
import { HiddenNumber } from '@/components/ui/hidden-number'
import { isFailure } from '@/domain/errors'
import type { WidgetOf } from './board'
import { boardHref } from './board-href'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

export const DistributionWidget = async ({ widget, board, name, title, narrowing }: WidgetProps<WidgetOf<'distribution'>>) => {
  const [t, found] = await Promise.all([getTranslations('charts'), board.read.distributions(narrowing)])
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const { metric } = widget
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
        <p className={classes.notice}>{hidden === undefined ? t('noAnswers') : <HiddenNumber least={hidden} />}</p>
      )}
    </Card>
  )
}
