import Link from 'next/link'
import { Suspense } from 'react'
import { SparkLine } from '@/components/charts/spark-line'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { isFailure } from '@/domain/errors'
import type { Headline } from '@/pipeline/analyze/get-headlines'
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
  const found = await board.read.headlines(narrowing)
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const headline = found.metrics.find(({ metric }) => metric === widget.metric)
  if (!headline) throw new Error(`${widget.metric} is no headline metric`)
  return (
    <Card title={title}>
      <Link prefetch={false} href={boardHref('/responses', board, narrowing)} className={classes.number}>
        <Estimate kind={widget.metric} summary={headline.summary} size="headline" />
      </Link>
      <div className={classes.change}>
        <Suspense>
          <Change {...{ board, narrowing, headline }} />
        </Suspense>
      </div>
      {widget.h >= sparkRows && headline.summary.n > 0 && <SparkLine points={headline.points} />}
    </Card>
  )
}

const Change = async ({ board, narrowing, headline }: Pick<NumberProps, 'board' | 'narrowing'> & { headline: Headline }) => {
  const { metric, summary, previous } = headline
  const comparison = await board.judged.comparison(narrowing, metric)
  return <ChangeLine kind={metric} {...{ summary, previous, comparison }} />
}
