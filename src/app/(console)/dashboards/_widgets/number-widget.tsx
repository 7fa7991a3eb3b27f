import Link from 'next/link'
import { Suspense } from 'react'
import { SparkLine } from '@/components/charts/spark-line'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { isFailure } from '@/domain/errors'
import { betterOf } from '@/domain/metric/better'
import type { MetricView } from '@/domain/metric/metric-view'
import { answersBehind } from '../../_metrics/answers-behind'
import { ChangeLine } from '../../(overview)/_components/change-line'
import type { WidgetOf } from './board'
import { boardHref } from './board-href'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

/** Under so many rows there is no room for the small trend. */
const sparkRows = 3

type NumberProps = WidgetProps<WidgetOf<'number'>>

/** One metric: how it stands, how sure that is, and how it moved. The change waits until all of the dashboard are judged. */
export const NumberWidget = async ({ widget, board, title, narrowing }: NumberProps) => {
  const found = await board.read.metric(narrowing, widget.metric)
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  return (
    <Card title={title}>
      <Link
        prefetch={false}
        href={boardHref('/responses', board, narrowing, answersBehind(widget.metric, board.definitions))}
        className={classes.number}
      >
        <Estimate kind={found.shownAs} summary={found.summary} size="headline" />
      </Link>
      <div className={classes.change}>
        <Suspense>
          <Change {...{ board, narrowing, found }} />
        </Suspense>
      </div>
      {widget.h >= sparkRows && found.summary.n > 0 && <SparkLine points={found.points} />}
    </Card>
  )
}

const Change = async ({ board, narrowing, found }: Pick<NumberProps, 'board' | 'narrowing'> & { found: MetricView }) => {
  const { key, defined, shownAs, summary, previous } = found
  const comparison = await board.judged.comparison(narrowing, key)
  return <ChangeLine kind={shownAs} better={betterOf(defined.definition)} {...{ summary, previous, comparison }} />
}
