import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import type { CaseScreen } from '@/pipeline/act/get-case-screen'
import classes from './case.module.css'
import { eventEntry, type TimelineEntry } from './timeline-entry'

type CaseTimelineProps = Pick<CaseScreen, 'events' | 'deliveries'> & { locale: string }

const Line = ({ entry }: { entry: TimelineEntry }) => {
  const t = useTranslations('case')
  const actions = useTranslations('caseActions')
  const name = `event.${entry.type}` as 'event.note'
  return (
    <>
      <p>
        <span className={classes.eventName}>{t.has(name) ? t(name, { owner: entry.owner ?? '' }) : entry.type}</span>
        {entry.isFixed !== null && <span> · {t(entry.isFixed ? 'fixed' : 'notFixed')}</span>}
        {entry.cause && (
          <span>
            {' '}
            · {actions.has(`cause.${entry.cause as 'price'}`) ? actions(`cause.${entry.cause as 'price'}`) : entry.cause}
          </span>
        )}
        {entry.who && <span className={classes.who}> · {entry.who}</span>}
      </p>
      {entry.words && <p className={classes.eventWords}>{entry.words}</p>}
    </>
  )
}

/** Steps and messages of a case in the order in which they happened. */
export const CaseTimeline = ({ events, deliveries }: CaseTimelineProps) => {
  const t = useTranslations('case')
  const entries = [
    ...events.map((event) => ({ at: event.at, key: `event-${event.sequence}`, node: <Line entry={eventEntry(event)} /> })),
    ...deliveries.map((delivery) => ({
      at: delivery.sentAt ?? delivery.createdAt,
      key: delivery.id,
      node: (
        <p>
          <Link prefetch={false} href={`/deliveries/${delivery.id}`}>
            {t(delivery.sentAt ? 'mailed' : 'mailWaiting', { who: delivery.recipientName ?? delivery.recipient })}
          </Link>
        </p>
      ),
    })),
  ].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return (
    <ol className={classes.timeline}>
      {entries.map(({ at, key, node }) => (
        <li key={key} className={classes.event}>
          <span className={classes.when}>
            <Moment at={at} />
          </span>
          <div>{node}</div>
        </li>
      ))}
    </ol>
  )
}
