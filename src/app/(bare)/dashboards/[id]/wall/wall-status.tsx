'use client'

import { useTranslations } from 'next-intl'
import { useLiveRefresh } from '@/app/(console)/_live/use-live-refresh'
import { Moment } from '@/components/ui/moment'
import classes from './wall.module.css'

const types = ['response', 'metric', 'alert', 'case'] as const
/** Nobody reads faster from across a room; and the last 30 days move on at midnight, answers or not. */
const pace = { spacing: 5_000, atLeastEvery: 300_000 }

/** Whether the wall is up to date, and if not, since when: an old number must not be taken for today's. */
export const WallStatus = () => {
  const t = useTranslations('dashboards')
  const live = useTranslations('live')
  const { isLive, lostAt } = useLiveRefresh(types, pace)
  return (
    <p role="status" className={classes.status} data-lost={lostAt !== null || undefined} data-live={isLive ?? undefined}>
      {lostAt === null ? (
        live('live')
      ) : (
        <>
          {t('lost')} <Moment at={new Date(lostAt)} as="full" />
        </>
      )}
    </p>
  )
}
