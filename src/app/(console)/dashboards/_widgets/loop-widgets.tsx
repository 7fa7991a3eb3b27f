import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import { SeverityTag } from '@/components/ui/severity'
import { SlaClock } from '@/components/ui/sla-clock'
import { findingPath } from '@/domain/alert/finding'
import { localize } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { isNarrowed } from '../../_filters/read-narrowing'
import { LoopCard } from '../../(overview)/_components/loop-card'
import type { WidgetOf } from './board'
import type { WidgetProps } from './widget-body'
import classes from './widgets.module.css'

export const LoopWidget = async ({ board, title, narrowing }: WidgetProps<WidgetOf<'loop'>>) => (
  <LoopCard title={title} loop={await board.read.loop()} isNarrowed={isNarrowed(narrowing)} />
)

type RowProps = { href: string; severity: Severity; words: string; touchpoint: string; clock: ReactNode }

const Row = ({ href, severity, words, touchpoint, clock }: RowProps) => (
  <li className={classes.row}>
    <Link prefetch={false} href={href} className={classes.rowLink}>
      <span className={classes.words}>{words}</span>
      <span className={classes.meta}>
        <SeverityTag severity={severity} />
        <span>{touchpoint}</span>
        {clock}
      </span>
    </Link>
  </li>
)

/** What is open and due first. */
export const CasesWidget = async ({ board, title, narrowing: { touchpoint } }: WidgetProps<WidgetOf<'cases'>>) => {
  const [t, { items }] = await Promise.all([getTranslations('cases'), board.read.cases(touchpoint)])
  return (
    <Card title={title} aside={<Link href="/cases">{t('title')}</Link>} isFlush>
      {items.length === 0 && <p className={classes.flushNotice}>{t('none.open')}</p>}
      <ul>
        {items.map((one) => (
          <Row
            key={one.number}
            href={`/cases/${one.number}`}
            severity={one.severity}
            words={`#${one.number} ${one.comment ?? t('noComment')}`}
            touchpoint={localize(one.touchpointName, board.locale)}
            clock={<SlaClock openedAt={one.openedAt} dueAt={one.dueAt} remainingMinutes={one.remainingMinutes} />}
          />
        ))}
      </ul>
    </Card>
  )
}

/** What fired last. */
export const AlertsWidget = async ({ board, title, narrowing: { touchpoint } }: WidgetProps<WidgetOf<'alerts'>>) => {
  const [t, { items }] = await Promise.all([getTranslations('alerts'), board.read.alerts(touchpoint)])
  return (
    <Card title={title} aside={<Link href="/alerts">{t('title')}</Link>} isFlush>
      {items.length === 0 && <p className={classes.flushNotice}>{t('none')}</p>}
      <ul>
        {items.map((one) => (
          <Row
            key={one.id}
            href={
              one.caseNumber
                ? `/cases/${one.caseNumber}`
                : one.finding
                  ? findingPath(one.finding, one.touchpointKey)
                  : one.responseId
                    ? `/responses/${one.responseId}`
                    : '/alerts'
            }
            severity={one.severity}
            words={localize(one.ruleName, board.locale)}
            touchpoint={one.touchpointName ? localize(one.touchpointName, board.locale) : t('everywhere')}
            clock={<Moment at={one.raisedAt} as="relative" />}
          />
        ))}
      </ul>
    </Card>
  )
}
