'use client'

import { useFormatter, useLocale, useNow, useTimeZone } from 'next-intl'

type MomentProps = {
  at: Date | string
  /** `relative` within a week and the day beyond; `time`: only the clock; `full`: to the second */
  as?: 'relative' | 'day' | 'time' | 'minute' | 'full'
}

const styles = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  minute: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  full: { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' },
} as const

const week = 7 * 86_400_000
const tick = 60_000

/**
 * A moment in the organization's time zone and the member's language; the whole of it in the title. The server and the
 * browser may know a language in different versions, so a difference of a space is let pass.
 */
export const Moment = ({ at, as = 'minute' }: MomentProps) => {
  const format = useFormatter()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const ticked = useNow({ updateInterval: tick })
  const date = typeof at === 'string' ? new Date(at) : at
  // What has come since the last tick is of now, not of the future.
  const isSince = date > ticked && date.getTime() - ticked.getTime() <= tick
  const now = isSince ? date : ticked
  const isRecent = Math.abs(now.getTime() - date.getTime()) < week
  const text =
    as === 'relative' && isRecent
      ? format.relativeTime(date, now)
      : format.dateTime(date, as === 'relative' ? styles.day : styles[as])
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long', timeZone }).format(date)
  return (
    <time dateTime={date.toISOString()} title={whole} suppressHydrationWarning>
      {text}
    </time>
  )
}
