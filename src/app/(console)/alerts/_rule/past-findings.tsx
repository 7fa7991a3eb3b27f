'use client'

import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { markOfMove } from '@/components/format/change-word'
import { formatMetric } from '@/components/format/format-metric'
import { Mark } from '@/components/ui/mark'
import { useMetricName } from '@/components/ui/metric-name'
import { Moment } from '@/components/ui/moment'
import rows from '@/components/ui/rows.module.css'
import { type Finding, findingPath } from '@/domain/alert/finding'
import { localize } from '@/domain/localized'
import classes from './back-test.module.css'
import type { ToldBackTest } from './use-back-test'

type Told = ToldBackTest['findings'][number]

const markOf = (finding: Finding) =>
  finding.kind === 'shift' ? markOfMove(finding.direction, finding.better ?? 'more') : { box: 'low' as const }

/** What was found, in a sentence. */
const useFindingWords = () => {
  const t = useTranslations('backTest.found')
  const format = useFormatter()
  const locale = useLocale()
  const nameOf = useMetricName()
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  return (finding: Finding): string => {
    if (finding.kind === 'no_answer')
      return t('no_answer', {
        days: finding.days,
        sent: format.dateTime(new Date(finding.sentAt), { day: 'numeric', month: 'short' }),
      })
    if (finding.kind === 'dead_deliveries') return t('dead_deliveries', finding)
    if (finding.kind === 'overdue_share') {
      const share = format.number(finding.share, { style: 'percent', maximumFractionDigits: 0 })
      return t('overdue_share', { overdue: finding.overdue, cases: finding.cases, days: finding.days, share })
    }
    const { metric, metricName, metricKind: kind, n, value, low, high } = finding
    const number = (one: number) => formatMetric(kind, one, locale)
    const said = {
      ...{ metric: metricName ? localize(metricName, locale) : nameOf(metric), n, value: number(value) },
      ...{ low: number(low ?? value), high: number(high ?? value) },
    }
    return finding.kind === 'shift'
      ? t('shift', { ...said, since: dayName(finding.since), before: number(finding.before.value), beforeN: finding.before.n })
      : t('standard_missed', { ...said, target: number(finding.target) })
  }
}

/** The latest findings of a back-test, each with what was found then and where to look. */
export const PastFindings = ({ findings }: { findings: readonly Told[] }) => {
  const t = useTranslations('backTest')
  const locale = useLocale()
  const say = useFindingWords()
  const titleOf = ({ finding, touchpoint, customer }: Told): string =>
    finding.kind === 'no_answer'
      ? (customer?.name ?? t('anonymous'))
      : touchpoint
        ? localize(touchpoint.name, locale)
        : t(finding.kind === 'dead_deliveries' ? 'undelivered' : 'wholeOrganization')
  return (
    <section aria-label={t('latestFindings')}>
      <h3 className={classes.subtitle}>{t('latestFindings')}</h3>
      <ul className={classes.examples}>
        {findings.toReversed().map((one) => (
          <li key={`${one.at} ${one.touchpoint?.key} ${one.customer?.id}`} className={rows.row}>
            <Link
              prefetch={false}
              href={findingPath(one.finding, one.touchpoint?.key ?? null)}
              target="_blank"
              className={`${rows.link} ${classes.finding}`}
            >
              <span className={rows.body}>
                <span className={classes.where}>
                  {one.finding.kind !== 'no_answer' && <Mark {...markOf(one.finding)} />}
                  {titleOf(one)}
                </span>
                <span className={rows.meta}>
                  <span>{say(one.finding)}</span>
                  {one.finding.kind === 'no_answer' && one.touchpoint && <span>{localize(one.touchpoint.name, locale)}</span>}
                </span>
              </span>
              <span className={rows.tail}>
                <Moment at={one.at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
