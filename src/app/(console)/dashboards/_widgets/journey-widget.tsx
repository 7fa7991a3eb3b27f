import Link from 'next/link'
import { getFormatter, getTranslations } from 'next-intl/server'
import type { CSSProperties } from 'react'
import { Card } from '@/components/ui/card'
import { isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import { daysInWords } from '../../_filters/days-in-words'
import { Curve } from '../../journey/(map)/curve'
import { measureName } from '../../journey/(map)/measure-name'
import type { WidgetOf } from './board'
import { boardHref } from './board-href'
import { CurveExport } from './curve-export'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'
import classes from './widgets.module.css'

/** The emotional curve of a journey: the first one, unless the widget or its dashboard names another. */
export const JourneyWidget = async ({ board, name, title, narrowing }: WidgetProps<WidgetOf<'journey'>>) => {
  const [t, metrics, format, found] = await Promise.all([
    getTranslations('journey'),
    getTranslations('metrics'),
    getFormatter(),
    board.read.map(narrowing),
  ])
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  const [journey] = found.journeys
  if (!journey)
    return (
      <Card title={title} aside={<Link href="/journey">{t('title')}</Link>}>
        <p className={classes.notice}>{t('none')}</p>
      </Card>
    )
  const { stages } = journey
  const against = daysInWords(format, board.comparedWith)
  return (
    <Card
      title={title}
      aside={
        <span className={classes.aside}>
          {localize(journey.name, board.locale)} · {measureName(found.measure, metrics, board.locale)}
          <CurveExport {...{ name, journey, measure: found.measure, against }} locale={board.locale} />
        </span>
      }
    >
      <div className={classes.curve} style={{ '--stages': stages.length } as CSSProperties}>
        <Curve
          {...{ stages, against, locale: board.locale }}
          measure={found.measure}
          isOtherCustomers={false}
          answersOf={({ touchpoints }) =>
            boardHref('/responses', board, narrowing, {
              field: 'touchpoint.key',
              op: 'in',
              value: touchpoints.map(({ key }) => key),
            })
          }
        />
        <ul className={classes.stages} aria-hidden>
          {stages.map((stage) => (
            <li key={stage.key}>{localize(stage.name, board.locale)}</li>
          ))}
        </ul>
      </div>
    </Card>
  )
}
