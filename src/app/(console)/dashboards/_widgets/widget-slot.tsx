import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { PictureLines } from '@/components/charts/picture-context'
import { metricName } from '@/components/format/metric-name'
import { Card } from '@/components/ui/card'
import type { Widget } from '@/domain/dashboard/dashboard'
import { findDefined } from '@/domain/metric/definition'
import { filtersInWords } from '../../_filters/filters-in-words'
import type { Board } from './board'
import { narrowWidget, ownOf, readOwn } from './narrow-widget'
import { WidgetBody } from './widget-body'
import { WidgetBoundary } from './widget-boundary'
import { widgetName } from './widget-name'
import classes from './widgets.module.css'

/** One widget: it loads on its own, and where it can't it says why in its own place. */
export const WidgetSlot = async ({ widget, board }: { widget: Widget; board: Board }) => {
  const [t, metrics] = await Promise.all([getTranslations('dashboards'), getTranslations('metrics')])
  const definitionOf = (metric: string) => findDefined(board.definitions, metric)?.definition
  const nameOf = (metric: string) => metricName(metrics, metric, definitionOf(metric), board.locale)
  const name = widgetName(widget, t, nameOf, board.locale)
  return (
    <WidgetBoundary name={name} words={{ broken: t('broken'), again: t('again') }}>
      <Suspense
        fallback={
          <Card title={name}>
            <div className={classes.skeleton} data-waiting role="status" aria-label={t('loading', { name })} />
          </Card>
        }
      >
        <Filled widget={widget} board={board} name={name} />
      </Suspense>
    </WidgetBoundary>
  )
}

const Filled = async ({ widget, board, name }: { widget: Widget; board: Board; name: string }) => {
  const own = ownOf(widget)
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
      <WidgetBody {...{ widget, board, name, title }} narrowing={narrowed.narrowing} />
    </PictureLines>
  )
}
