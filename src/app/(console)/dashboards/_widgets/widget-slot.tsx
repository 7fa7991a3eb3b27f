import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { PictureLines } from '@/components/charts/picture-context'
import { listHref } from '@/components/format/list-href'
import { metricName } from '@/components/format/metric-name'
import { Card } from '@/components/ui/card'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Widget } from '@/domain/dashboard/dashboard'
import { findDefined } from '@/domain/metric/definition'
import { newReading } from '@/pipeline/analyze/new-reading'
import { filtersInWords } from '../../_filters/filters-in-words'
import type { Progress } from '../../_filters/look-parts'
import type { Board } from './board'
import { narrowWidget, ownOf, readOwn } from './narrow-widget'
import { countHref } from './stop-href'
import { WaitingWidget } from './waiting-widget'
import { widgetBody } from './widget-body'
import { WidgetBoundary } from './widget-boundary'
import { widgetName } from './widget-name'
import classes from './widgets.module.css'

type SlotProps = { widget: Widget; board: Board }

/** What a widget is asked: undefined as long as daily counts answer it, so that they stand until newer ones are there. */
const askedOf = (widget: Widget, { narrowing, options, view }: Board): string | undefined => {
  const narrowed = narrowWidget(ownOf(widget), narrowing, options)
  const isSlow = 'narrowing' in narrowed && !isKeptInRollups(narrowed.narrowing)
  return isSlow ? listHref('', view, {}) : undefined
}

/** One widget: it loads on its own, says how far it is where that takes long, and where it can't it says why in its own place. */
export const WidgetSlot = async ({ widget, board }: SlotProps) => {
  const [t, metrics] = await Promise.all([getTranslations('dashboards'), getTranslations('metrics')])
  const definitionOf = (metric: string) => findDefined(board.definitions, metric)?.definition
  const nameOf = (metric: string) => metricName(metrics, metric, definitionOf(metric), board.locale)
  const name = widgetName(widget, t, nameOf, board.locale)
  const { progress } = newReading()
  return (
    <WidgetBoundary name={name} words={{ broken: t('broken'), again: t('again') }}>
      <Suspense key={askedOf(widget, board)} fallback={<WaitingWidget id={widget.id} {...{ name, board, progress }} />}>
        <Filled {...{ widget, name, progress }} board={{ ...board, read: board.readFor(progress) }} />
      </Suspense>
    </WidgetBoundary>
  )
}

const Stopped = async ({ widget, board, name }: SlotProps & { name: string }) => {
  const t = await getTranslations('dashboards')
  return (
    <Card title={name}>
      <p className={classes.notice}>
        {t('stopped')} <a href={countHref(board, widget.id)}>{t('countAfterAll')}</a>
      </p>
    </Card>
  )
}

const readWidget = async ({ widget, board, name }: SlotProps & { name: string }) => {
  const own = ownOf(widget)
  if (board.stopped.includes(widget.id)) return <Stopped {...{ widget, board, name }} />
  const [t, words] = await Promise.all([getTranslations('dashboards'), filtersInWords(board.organizationId, readOwn(own))])
  const title = name && (
    <>
      {name}
      {words.length > 0 && <small className={classes.own}>{words.join(' · ')}</small>}
    </>
  )
  const narrowed: ReturnType<typeof narrowWidget> | { gone: 'metric'; key: string } =
    'metric' in widget && !findDefined(board.definitions, widget.metric)
      ? { gone: 'metric', key: widget.metric }
      : narrowWidget(own, board.narrowing, board.options)
  if (!('narrowing' in narrowed))
    return (
      <Card title={name}>
        <p className={classes.notice}>
          {'gone' in narrowed
            ? t('gone', { what: t(`place.${narrowed.gone}`), key: narrowed.key })
            : t('apart', { what: t(`place.${narrowed.apart}`) })}
        </p>
      </Card>
    )
  return (
    <PictureLines lines={[...board.lines, ...words]}>
      {await widgetBody({ ...{ widget, board, name, title }, narrowing: narrowed.narrowing })}
    </PictureLines>
  )
}

const Filled = ({ progress, ...props }: SlotProps & { name: string; progress: Progress }) =>
  readWidget(props).finally(() => progress.end())
