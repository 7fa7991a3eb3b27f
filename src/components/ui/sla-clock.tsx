'use client'

import { useLocale, useNow, useTranslations } from 'next-intl'
import { formatDuration } from '../format/format-duration'
import { type SlaInput, slaOf } from '../format/sla'
import classes from './sla-clock.module.css'

const radius = 5.5
const round = 2 * Math.PI * radius

/** A clock that fills while a case's time runs: how much is left, in words and in its colour. */
export const SlaClock = ({ openedAt, dueAt, remainingMinutes }: SlaInput) => {
  const t = useTranslations('time')
  const locale = useLocale()
  const now = useNow({ updateInterval: 30_000 })
  const sla = slaOf({ openedAt, dueAt, remainingMinutes }, now)
  if (!sla) return <span className={classes.none}>{t('noClock')}</span>
  const amount = formatDuration(Math.abs(sla.leftMilliseconds), locale, 'minute')
  return (
    <span className={classes.clock} data-state={sla.state} suppressHydrationWarning>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="7" className={classes.rim} />
        <circle
          cx="8"
          cy="8"
          r={radius / 2}
          className={classes.fill}
          strokeWidth={radius}
          strokeDasharray={`${(round / 2) * sla.used} ${round}`}
          transform="rotate(-90 8 8)"
        />
      </svg>
      {t(sla.state === 'overdue' ? 'overdue' : sla.state === 'paused' ? 'paused' : 'left', { amount })}
    </span>
  )
}
