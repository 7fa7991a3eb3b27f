import { useTranslations } from 'next-intl'
import { CaseStatusTag } from '@/components/ui/case-status'
import { ScoreBadge } from '@/components/ui/score-badge'
import { SeverityTag } from '@/components/ui/severity'
import { localize } from '@/domain/localized'
import type { TimelineEntry } from '@/pipeline/analyze/get-customer'
import { eventWords } from './event-words'
import classes from './timeline.module.css'

type Of<Kind extends TimelineEntry['kind']> = { entry: Extract<TimelineEntry, { kind: Kind }>; locale: string }

const EventWords = ({ entry, locale }: Of<'event'>) => {
  const { name, rest } = eventWords(entry.attributes)
  const touchpoint = localize(entry.touchpoint, locale)
  return (
    <>
      <span className={classes.title}>{name ?? touchpoint}</span>
      <span className={classes.meta}>
        {name && <span>{touchpoint}</span>}
        {rest.map(([key, value]) => (
          <span key={key}>
            {key}: {value}
          </span>
        ))}
      </span>
    </>
  )
}

const ResponseWords = ({ entry, locale }: Of<'response'>) => {
  const t = useTranslations('responses')
  return (
    <>
      <span className={classes.head}>
        <span className={classes.title}>{localize(entry.touchpoint, locale)}</span>
        <ScoreBadge score={entry.score} most={entry.rated?.most} />
        {entry.rated && <span className={classes.meta}>{localize(entry.rated.text, locale)}</span>}
        {entry.status !== 'completed' && <span className={classes.meta}>{t(`is.${entry.status as 'partial'}`)}</span>}
      </span>
      {entry.comment && <span className={classes.words}>{entry.comment}</span>}
    </>
  )
}

const CaseWords = ({ entry, locale }: Of<'case'>) => {
  const t = useTranslations('case')
  return (
    <>
      <span className={classes.head}>
        <span className={classes.title}>{t('title', { number: entry.number })}</span>
        <SeverityTag severity={entry.severity} />
        <CaseStatusTag status={entry.status} />
      </span>
      <span className={classes.meta}>
        <span>{localize(entry.touchpoint, locale)}</span>
        {entry.isFixed !== null && <span>{t(entry.isFixed ? 'fixed' : 'notFixed')}</span>}
      </span>
    </>
  )
}

const DeliveryWords = ({ entry }: Of<'delivery'>) => {
  const t = useTranslations('customers')
  const is = useTranslations('deliveries')
  return (
    <>
      <span className={classes.title}>{t('mailTo', { who: entry.recipient })}</span>
      <span className={classes.meta}>
        {entry.subject && <span>{entry.subject}</span>}
        {entry.status !== 'sent' && <span>{is(`is.${entry.status as 'pending'}`)}</span>}
      </span>
    </>
  )
}

const InvitationWords = ({ entry, locale }: Of<'invitation'>) => {
  const t = useTranslations('customers')
  const { state, reason } = entry
  return (
    <>
      <span className={classes.title}>{t('invited', { survey: localize(entry.title, locale) })}</span>
      <span className={classes.meta}>
        {state && <span>{t(`invitation.${state as 'sent'}`)}</span>}
        {reason && <span>{t.has(`reason.${reason as 'unsubscribed'}`) ? t(`reason.${reason as 'unsubscribed'}`) : reason}</span>}
      </span>
    </>
  )
}

/** What one entry of a customer's timeline says. */
export const EntryWords = ({ entry, locale }: { entry: TimelineEntry; locale: string }) => {
  switch (entry.kind) {
    case 'event':
      return <EventWords entry={entry} locale={locale} />
    case 'response':
      return <ResponseWords entry={entry} locale={locale} />
    case 'case':
      return <CaseWords entry={entry} locale={locale} />
    case 'delivery':
      return <DeliveryWords entry={entry} locale={locale} />
    case 'invitation':
      return <InvitationWords entry={entry} locale={locale} />
  }
}
