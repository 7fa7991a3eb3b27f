'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { DaysFields } from './days-fields'
import { FilterSelect } from './filter-select'

const names = ['7d', '30d', '90d', '365d'] as const

type PeriodFilterProps = {
  from: string
  to: string
  isCustom: boolean /** whether there may be no period at all */
  isOptional?: boolean
}

/** The period; a custom one shows its two days. */
export const PeriodFilter = ({ from, to, isCustom, isOptional = false }: PeriodFilterProps) => {
  const t = useTranslations('filters')
  const [, startTransition] = useTransition()
  const [, setDays] = useQueryStates({ from: parseAsString, to: parseAsString }, { shallow: false, startTransition })
  return (
    <>
      <FilterSelect
        name="period"
        label={t('period')}
        {...(isOptional ? { all: t('anyTime') } : { fallback: '30d' })}
        choices={[
          ...names.map((value) => ({ value, label: t(`periods.${value}`) })),
          { value: 'custom', label: t('periods.custom') },
        ]}
      />
      {isCustom && (
        <DaysFields from={from} to={to} labels={{ from: t('from'), to: t('to') }} onChange={(days) => void setDays(days)} />
      )}
    </>
  )
}
