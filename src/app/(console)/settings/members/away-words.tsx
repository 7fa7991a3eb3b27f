'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { MemberRow } from '@/pipeline/design/find-people'

/** From when to when somebody isn't there, and who stands in. */
export const AwayWords = ({ away: { from, until, isNow, deputy } }: { away: NonNullable<MemberRow['away']> }) => {
  const t = useTranslations('people')
  const format = useFormatter()
  const day = (at: Date) => format.dateTime(at, { day: 'numeric', month: 'short' })
  const last = day(new Date(until.getTime() - 1))
  return (
    <>
      <br />
      {isNow ? t('awayNow', { last }) : t('awayThen', { first: day(from), last })}
      {deputy && (
        <>
          <br />
          {t('standsIn', { name: deputy.name })}
        </>
      )}
    </>
  )
}
