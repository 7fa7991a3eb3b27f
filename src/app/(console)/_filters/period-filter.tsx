'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { FilterSelect } from './filter-select'
import classes from './filters.module.css'

const names = ['7d', '30d', '90d', '365d'] as const

/** The period; a custom one shows its two days, which count in the organization's time zone. */
export const PeriodFilter = ({ from, to, isCustom }: { from: string; to: string; isCustom: boolean }) => {
  const t = useTranslations('filters')
  const [, startTransition] = useTransition()
  const [, setDays] = useQueryStates({ from: parseAsString, to: parseAsString }, { shallow: false, startTransition })
  const setDay = (end: 'from' | 'to', day: string) => {
    if (day) void setDays({ from, to, [end]: day })
  }
  return (
    <>
      <FilterSelect
        name="period"
        label={t('period')}
        fallback="30d"
        choices={[
          ...names.map((value) => ({ value, label: t(`periods.${value}`) })),
          { value: 'custom', label: t('periods.custom') },
        ]}
      />
      {isCustom && (
        <span className={classes.days}>
          <input
            type="date"
            aria-label={t('from')}
            value={from}
            max={to}
            onChange={(event) => setDay('from', event.currentTarget.value)}
          />
          –
          <input
            type="date"
            aria-label={t('to')}
            value={to}
            min={from}
            onChange={(event) => setDay('to', event.currentTarget.value)}
          />
        </span>
      )}
    </>
  )
}
