'use client'

import { TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { debounce, parseAsString, useQueryState } from 'nuqs'
import { useState, useTransition } from 'react'
import classes from './customers.module.css'

const restMs = 300

/** Finds customers while one types; Enter doesn't wait. */
export const CustomerSearch = ({ label }: { label: string }) => {
  const [isPending, startTransition] = useTransition()
  const options = { shallow: false, startTransition } as const
  const [text, setText] = useQueryState('q', parseAsString.withDefault('').withOptions(options))
  const [, setCursor] = useQueryState('cursor', parseAsString.withOptions(options))
  const [typed, setTyped] = useState(text)
  const find = (wanted: string, waitMs: number) => {
    const rest = { limitUrlUpdates: debounce(waitMs) }
    void setCursor(null, rest)
    void setText(wanted.trim() || null, rest)
  }
  return (
    <TextInput
      type="search"
      className={classes.search ?? ''}
      aria-label={label}
      placeholder={label}
      leftSection={<Search size={15} strokeWidth={1.5} aria-hidden />}
      value={typed}
      maxLength={200}
      data-pending={isPending || undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        find(event.currentTarget.value, restMs)
      }}
      onKeyDown={(event) => event.key === 'Enter' && find(typed, 0)}
    />
  )
}
