'use client'

import { NativeSelect } from '@mantine/core'
import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import filters from '../../_filters/filters.module.css'

/** `where`: the condition of a segment. */
export type BesideChoice = { beside: string; where: string | null; label: string }

type BesideSelectProps = {
  label: string
  none: string
  segmentsLabel: string
  choices: readonly BesideChoice[]
  current: BesideChoice | null
}

const optionOf = ({ beside, where }: Pick<BesideChoice, 'beside' | 'where'>): string => `${beside} ${where ?? ''}`

/** What stands beside the map, kept in the address. */
export const BesideSelect = ({ label, none, segmentsLabel, choices, current }: BesideSelectProps) => {
  const [isPending, startTransition] = useTransition()
  const [, set] = useQueryStates(
    { beside: parseAsString, besideWhere: parseAsString },
    { shallow: false, startTransition, history: 'push' },
  )
  const isListed = current && choices.some((one) => optionOf(one) === optionOf(current))
  const all = current && !isListed ? [...choices, current] : choices
  const choose = (value: string) => {
    const chosen = all.find((one) => optionOf(one) === value)
    void set({ beside: chosen?.beside ?? null, besideWhere: chosen?.where ?? null })
  }
  const segments = all.filter(({ beside }) => beside === 'segment')
  const option = (one: BesideChoice) => (
    <option key={optionOf(one)} value={optionOf(one)}>
      {one.label}
    </option>
  )
  return (
    <NativeSelect
      aria-label={label}
      value={current ? optionOf(current) : ''}
      onChange={(event) => choose(event.currentTarget.value)}
      data-active={current ? true : undefined}
      data-pending={isPending || undefined}
      classNames={{ input: filters.select ?? '' }}
    >
      <option value="">{none}</option>
      {all.filter(({ beside }) => beside !== 'segment').map(option)}
      {segments.length > 0 && <optgroup label={segmentsLabel}>{segments.map(option)}</optgroup>}
    </NativeSelect>
  )
}
