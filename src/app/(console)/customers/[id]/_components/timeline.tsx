import { Inbox, Mail, MessageSquare, Send, Zap } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import type { TimelineEntry } from '@/pipeline/analyze/get-customer'
import classes from './timeline.module.css'
import { EntryWords } from './timeline-entry'

const icons = { event: Zap, response: MessageSquare, case: Inbox, delivery: Send, invitation: Mail } as const

/** Where an entry opens; an event is all that there is of it, and a delivery opens for those who may see them. */
const hrefOf = (entry: TimelineEntry, mayOpenDeliveries: boolean): string | null => {
  switch (entry.kind) {
    case 'response':
      return `/responses/${entry.id}`
    case 'case':
      return `/cases/${entry.number}`
    case 'invitation':
      return `/surveys/${entry.survey}`
    case 'delivery':
      return mayOpenDeliveries ? `/deliveries/${entry.id}` : null
    default:
      return null
  }
}

type TimelineProps = { entries: readonly TimelineEntry[]; locale: string; mayOpenDeliveries: boolean }

/** What happened to a customer and what followed, newest first. */
export const Timeline = ({ entries, locale, mayOpenDeliveries }: TimelineProps) => {
  const t = useTranslations('customers')
  return (
    <ol className={classes.list}>
      {entries.map((entry) => {
        const Icon = icons[entry.kind]
        const href = hrefOf(entry, mayOpenDeliveries)
        const inside = (
          <>
            <Icon size={16} strokeWidth={1.5} role="img" aria-label={t(`kind.${entry.kind}`)} />
            <div>
              <EntryWords entry={entry} locale={locale} />
            </div>
            <span className={classes.when}>
              <Moment at={entry.at} as="relative" />
            </span>
          </>
        )
        return (
          <li key={entry.id}>
            {href ? (
              <Link prefetch={false} href={href} className={classes.entry}>
                {inside}
              </Link>
            ) : (
              <div className={classes.entry}>{inside}</div>
            )}
          </li>
        )
      })}
    </ol>
  )
}
