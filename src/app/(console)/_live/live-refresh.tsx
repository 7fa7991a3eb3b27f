'use client'

import { useTranslations } from 'next-intl'
import classes from './live.module.css'
import type { LiveType } from './live-stream'
import { type Pace, useLiveRefresh } from './use-live-refresh'

/** Keeps a page up to date, and says whether it does. See `useLiveRefresh`. */
export const LiveRefresh = ({ types, ...pace }: { types: readonly LiveType[] } & Pace) => {
  const t = useTranslations('live')
  const { isLive } = useLiveRefresh(types, pace)
  return (
    <span className={classes.live} data-live={isLive ?? undefined} role="status">
      <span className={classes.dot} aria-hidden />
      {isLive === false ? t('reconnecting') : t('live')}
    </span>
  )
}
