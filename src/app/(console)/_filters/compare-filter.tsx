'use client'

import { useTranslations } from 'next-intl'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import { comparisons } from '@/domain/analysis/period'
import { DaysFields } from './days-fields'
import { FilterSelect } from './filter-select'

/** What the period is compared with. */
export const CompareFilter = ({ from, to, isCustom }: { from: string; to: string; isCustom: boolean }) => {
  const t = useTranslations('filters')
  const [, startTransition] = useTransition()
  const [, setDays] = useQueryStates(
    { compareFrom: parseAsString, compareTo: parseAsString },
    { shallow: false, startTransition },
  )
  return (
    <>
      <FilterSelect
        name="compare"
        label={t('compare')}
        fallback="previous"
        choices={comparisons.map((value) => ({ value, label: t(`comparisons.${value}`) }))}
      />
      {isCustom && (
        <DaysFields
          from={from}
          to={to}
          labels={{ from: t('compareFrom'), to: t('compareTo') }}
          onChange={(days) => void setDays({ compareFrom: days.from, compareTo: days.to })}
        />
      )}
    </>
  )
}
