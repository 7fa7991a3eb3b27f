import type { Finding } from '@/domain/alert/finding'
import { localize } from '@/domain/localized'
import { moveWord } from '@/domain/metric/better'
import type { MetricKind } from '@/domain/score/score'
import { findingWords } from '@/i18n/finding-words'
import { fillIn } from '@/i18n/mail-words'

/** What a message about a finding says: its subject, a sentence, and where its button leads. */
export type FindingContent = { subject: string; lead: string; open: string }

type Told = { locale: string; timeZone: string; where: string; who: string }

/** A metric's number as people read it: NPS in points, shares in per cent, means with a decimal. */
const numberIn = (kind: MetricKind, value: number, locale: string): string => {
  if (kind === 'nps') return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(value)
  if (kind === 'csat') return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value)
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value)
}

const dayIn = (at: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, month: 'short', day: 'numeric' }).format(at)

const titleOf = ({ metric, metricName }: Extract<Finding, { metric: string }>, locale: string): string =>
  metricName ? localize(metricName, locale) : ['nps', 'csat', 'ces'].includes(metric) ? metric.toUpperCase() : metric

export const findingContent = (finding: Finding, { locale, timeZone, where, who }: Told): FindingContent => {
  const words = findingWords(locale)
  const whole = (value: number) => new Intl.NumberFormat(locale).format(value)
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share)
  const calendarDay = (day: string) => dayIn(new Date(`${day}T00:00:00Z`), locale, 'UTC')
  const measured = (found: Extract<Finding, { metric: string }>) => {
    const { metricKind, n, value, low, high } = found
    const interval = {
      low: numberIn(metricKind, low ?? value, locale),
      high: numberIn(metricKind, high ?? value, locale),
    }
    return {
      metric: titleOf(found, locale),
      n: whole(n),
      value: numberIn(metricKind, value, locale),
      interval: fillIn(words.interval, interval),
    }
  }
  const say = (
    text: { subject: string; lead: string; open: string },
    values: Record<string, string | number>,
  ): FindingContent => ({
    subject: fillIn(text.subject, { where, who, ...values }),
    lead: fillIn(text.lead, { where, who, ...values }),
    open: text.open,
  })
  switch (finding.kind) {
    case 'no_answer':
      return say(words.no_answer, { days: finding.days, sent: dayIn(new Date(finding.sentAt), locale, timeZone) })
    case 'shift':
      return say(words.shift, {
        ...measured(finding),
        mark: finding.direction === 'fall' ? '▼' : '▲',
        moved: words.shift[moveWord(finding.better ?? 'more', finding.direction)],
        since: calendarDay(finding.since),
        before: numberIn(finding.metricKind, finding.before.value, locale),
        beforeN: whole(finding.before.n),
      })
    case 'standard_missed':
      return say(words.standard_missed, {
        ...measured(finding),
        mark: finding.better === 'less' ? '▲' : '▼',
        most: finding.better === 'less' ? words.standard_missed.atMost : '',
        from: calendarDay(finding.from),
        target: numberIn(finding.metricKind, finding.target, locale),
      })
    case 'overdue_share':
      return say(words.overdue_share, {
        ...{ overdue: whole(finding.overdue), cases: whole(finding.cases), days: finding.days },
        ...{ share: percent(finding.share), percent: percent(finding.percent / 100) },
        interval: fillIn(words.interval, { low: percent(finding.low), high: percent(finding.high) }),
      })
    case 'dead_deliveries':
      return say(words.dead_deliveries, { count: whole(finding.count), hours: finding.hours })
  }
}
