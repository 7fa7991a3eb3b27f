'use client'

import { NativeSelect } from '@mantine/core'
import { parseAsString, useQueryState, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import classes from './filters.module.css'

export type FilterChoice = { value: string; label: string }

type FilterSelectProps = {
  name: string
  label: string
  all?: string
  fallback?: string
  choices: readonly FilterChoice[]
  /** what else of the address means nothing any more after another choice */
  forgets?: readonly string[]
}

const none: readonly string[] = []

/**
 * One filter in the address. The browser's own select: right on phones, by keyboard and for screen readers. A new choice
 * starts a list at its first page.
 */
export const FilterSelect = ({ name, label, all, fallback = '', choices, forgets = none }: FilterSelectProps) => {
  const [isPending, startTransition] = useTransition()
  const options = { shallow: false, startTransition, clearOnDefault: true } as const
  const [value, setValue] = useQueryState(name, parseAsString.withDefault(fallback).withOptions(options))
  const names = ['cursor', ...forgets]
  const [, forget] = useQueryStates(Object.fromEntries(names.map((one) => [one, parseAsString.withOptions(options)])))
  const choose = (chosen: string) => {
    void forget(null)
    void setValue(chosen === fallback ? null : chosen)
  }
  const isKnown = value === '' || choices.some((choice) => choice.value === value)
  return (
    <NativeSelect
      aria-label={label}
      value={value}
      onChange={(event) => choose(event.currentTarget.value)}
      data-active={value !== fallback || undefined}
      data-pending={isPending || undefined}
      classNames={{ input: classes.select ?? '' }}
    >
      {all !== undefined && <option value="">{all}</option>}
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
      {!isKnown && <option value={value}>{value}</option>}
    </NativeSelect>
  )
}
