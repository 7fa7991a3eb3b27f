'use client'

import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import rows from '@/components/ui/rows.module.css'
import { ScoreBadge } from '@/components/ui/score-badge'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import classes from './back-test.module.css'
import { PastFindings } from './past-findings'
import { PastLimits } from './past-limits'
import type { ToldBackTest } from './use-back-test'

/** Numbers of a back-test: how often, on which days, for whom, what was caught already, and some of the answers. */
export const BackTestResult = ({ result }: { result: ToldBackTest }) => {
  const t = useTranslations('backTest')
  const format = useFormatter()
  const locale = useLocale()
  const { about, responses, matched, fired, muted, perDay, perOwner, caught, examples, findings, days } = result
  const most = Math.max(1, ...perDay.map((day) => day.fired))
  const dayName = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const share = format.number(responses > 0 ? fired / responses : 0, { style: 'percent', maximumFractionDigits: 1 })
  const busiest = perDay.reduce((best, day) => (day.fired > best.fired ? day : best), { day: '', fired: 0, responses: 0 })
  const hasBudget = perOwner.some(({ overBudget }) => overBudget !== null)
  const heading = [
    { key: 'owner', label: t('owner') },
    { key: 'fired', label: t('alerts'), isNumber: true },
    { key: 'mean', label: t(about ? 'perWeek' : 'perDay'), isNumber: true },
    { key: 'busiest', label: t('busiest'), isNumber: true },
    ...(hasBudget ? [{ key: 'over', label: t('overBudget'), isNumber: true }] : []),
  ]
  if (responses === 0 && fired === 0) return <p className={classes.nothing}>{t(about ? `nothing.${about}` : 'noAnswers')}</p>
  return (
    <div className={classes.result}>
      <p className={classes.headline}>
        {about ? (
          <>
            <strong>{t('found.count', { fired })}</strong> <span>{t(`over.${about}`, { count: responses })}</span>
          </>
        ) : (
          <>
            <strong>{t('fired', { fired, responses })}</strong> <span>{t('share', { share })}</span>
          </>
        )}
      </p>
      {fired > 0 && (
        <div>
          <ul className={classes.days} aria-label={t('daysLabel')}>
            {perDay.map(({ day, fired: count }) => (
              <li key={day} title={t('day', { day: dayName(day), fired: count })}>
                <span style={{ height: `${(count / most) * 100}%` }} aria-hidden="true" />
                <span className={classes.said}>{t('day', { day: dayName(day), fired: count })}</span>
              </li>
            ))}
          </ul>
          <p className={classes.ends} aria-hidden="true">
            <span>{dayName(perDay[0]?.day ?? '')}</span>
            <span>{dayName(perDay.at(-1)?.day ?? '')}</span>
          </p>
        </div>
      )}
      <ul className={classes.facts}>
        {busiest.fired > (about ? 1 : 0) && <li>{t('most', { day: dayName(busiest.day), fired: busiest.fired })}</li>}
        {!about && matched > fired && <li>{t('folded', { count: matched - fired })}</li>}
        {(about === 'shift' || about === 'standard_missed' || about === 'overdue_share') && matched > 0 && (
          <li>{t('held', { count: matched })}</li>
        )}
        {muted > 0 && <li>{t('muted', { count: muted })}</li>}
        {fired > 0 && <li>{t(about ? 'caughtSame' : 'caught', { count: caught.responses, fired })}</li>}
        {caught.rules.slice(0, 5).map(({ key, name, responses: count }) => (
          <li key={key} className={classes.rule}>
            {t('caughtBy', { rule: localize(name, locale), count })}
          </li>
        ))}
      </ul>
      {perOwner.length > 0 && (
        <div className={classes.owners}>
          <Table label={t('perOwner')} head={heading} isList>
            {perOwner.map(({ owner, fired: count, busiestDay, overBudget }) => (
              <tr key={owner === null ? '' : 'team' in owner ? `team:${owner.team}` : owner.email}>
                <td className={owner ? undefined : mutedCell}>
                  {owner ? localize(owner.name, locale) : t(about ? 'fallback' : 'nobody')}
                </td>
                <td className={numberCell}>{format.number(count)}</td>
                <td className={numberCell}>{format.number((count / days) * (about ? 7 : 1), { maximumFractionDigits: 1 })}</td>
                <td className={numberCell}>{format.number(busiestDay.fired)}</td>
                {hasBudget && (
                  <td className={numberCell}>{overBudget && overBudget.days > 0 ? t('overDays', overBudget) : '–'}</td>
                )}
              </tr>
            ))}
          </Table>
        </div>
      )}
      {examples.length > 0 && (
        <section aria-label={t('examples')}>
          <h3 className={classes.subtitle}>{t('examples')}</h3>
          <ul className={classes.examples}>
            {examples.map((example) => (
              <li key={example.id}>
                <Link prefetch={false} href={`/responses/${example.id}`} target="_blank" className={rows.link}>
                  <span className={rows.lead}>
                    <ScoreBadge score={example.score} most={example.rated?.most} />
                  </span>
                  <span className={rows.body}>
                    <span className={rows.words} data-empty={!example.comment || undefined}>
                      {example.comment ?? t('noComment')}
                    </span>
                    <span className={rows.meta}>
                      {example.rated && <span>{localize(example.rated.text, locale)}</span>}
                      <span>{localize(example.touchpointName, locale)}</span>
                      <span>{example.customerName ?? t('anonymous')}</span>
                    </span>
                  </span>
                  <span className={rows.tail}>
                    <Moment at={example.submittedAt} as="relative" />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && <PastFindings findings={findings} />}
      <PastLimits result={result} />
    </div>
  )
}
