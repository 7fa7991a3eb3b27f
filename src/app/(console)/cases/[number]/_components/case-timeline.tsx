import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import { localize } from '@/domain/localized'
import type { CaseScreen } from '@/pipeline/act/get-case-screen'
import classes from './case.module.css'
import { eventEntry, type TimelineEntry } from './timeline-entry'

type CaseTimelineProps = Pick<CaseScreen, 'events' | 'deliveries' | 'options'> & { locale: string; mayReadDeliveries: boolean }

type LineProps = { entry: TimelineEntry; options: CaseScreen['options']; locale: string }

export const moneyOf = ({ cents, currency }: { cents: number; currency: string }, locale: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100)

const Line = ({ entry, options, locale }: LineProps) => {
  const t = useTranslations('case')
  const name = `event.${entry.type}` as 'event.note'
  const customerSays = entry.isCustomer && entry.isFixed !== null && t(`customerSays.${entry.isFixed ? 'fixed' : 'notFixed'}`)
  const cause = entry.cause === null ? null : (options.rootCauses[entry.cause]?.name ?? entry.cause)
  const action = entry.action === null ? null : (options.recoveryActions[entry.action]?.name ?? entry.action)
  const details = [
    entry.isFixed === null || entry.isCustomer ? null : t(entry.isFixed ? 'fixed' : 'notFixed'),
    cause && localize(cause, locale),
    action && localize(action, locale),
    entry.amount && moneyOf(entry.amount, locale),
    entry.subject,
    entry.why && t(entry.why),
    entry.told.length > 0 ? t('told', { who: entry.told.join(', ') }) : null,
  ].filter((one): one is string => one !== null && one !== '')
  return (
    <>
      <p>
        <span className={classes.eventName}>
          {customerSays || (t.has(name) ? t(name, { owner: entry.owner ?? '' }) : entry.type)}
        </span>
        {details.map((detail) => (
          <span key={detail}> · {detail}</span>
        ))}
        {entry.other !== null && (
          <>
            {' · '}
            <Link prefetch={false} href={`/cases/${entry.other}`}>
              #{entry.other}
            </Link>
          </>
        )}
        {entry.who && <span className={classes.who}> · {entry.who}</span>}
      </p>
      {entry.words && <p className={classes.eventWords}>{entry.words}</p>}
    </>
  )
}

/** How far a message got, as a key of its words. */
const fateOf = ({ sentAt, status }: CaseScreen['deliveries'][number]) => {
  if (sentAt) return 'mailed'
  if (status === 'suppressed') return 'mailSuppressed'
  return status === 'dead' ? 'mailDead' : 'mailWaiting'
}

/** Steps and messages of a case in the order in which they happened. */
export const CaseTimeline = ({ events, deliveries, options, locale, mayReadDeliveries }: CaseTimelineProps) => {
  const t = useTranslations('case')
  const entries = [
    ...events.map((event) => ({
      at: event.at,
      key: `event-${event.sequence}`,
      node: <Line entry={eventEntry(event)} options={options} locale={locale} />,
    })),
    ...deliveries.map((delivery) => {
      const who = delivery.recipientName ?? delivery.recipient
      const words =
        delivery.sentAt && delivery.insteadOf
          ? t('mailedInstead', { who, name: delivery.insteadOf })
          : t(fateOf(delivery), { who })
      return {
        at: delivery.sentAt ?? delivery.createdAt,
        key: delivery.id,
        node: (
          <p>
            {mayReadDeliveries ? (
              <Link prefetch={false} href={`/deliveries/${delivery.id}`}>
                {words}
              </Link>
            ) : (
              words
            )}
          </p>
        ),
      }
    }),
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
