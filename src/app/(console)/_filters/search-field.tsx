'use client'

import { CloseButton, TextInput } from '@mantine/core'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { parseAsString, useQueryStates } from 'nuqs'
import { type FormEvent, useEffect, useState, useTransition } from 'react'
import classes from './filters.module.css'

/** Looks for words in what customers wrote; what is looked for stands in the address, and a new search begins at the first page. */
export const SearchField = ({ words = 'responses' }: { words?: 'responses' | 'caseQueue' }) => {
  const t = useTranslations(words)
  const [isPending, startTransition] = useTransition()
  const [{ q }, setParameters] = useQueryStates(
    { q: parseAsString, cursor: parseAsString },
    { shallow: false, startTransition, history: 'push' },
  )
  const [typed, setTyped] = useState(q ?? '')
  useEffect(() => setTyped(q ?? ''), [q])
  const search = (words: string) => void setParameters({ q: words.trim() || null, cursor: null })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    search(typed)
  }
  return (
    <search className={classes.searchPlace}>
      <form onSubmit={submit} className={classes.search}>
        <TextInput
          type="search"
          enterKeyHint="search"
          aria-label={t('search')}
          placeholder={t('searchHint')}
          maxLength={200}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          leftSection={<Search size={16} strokeWidth={1.5} aria-hidden />}
          rightSection={
            typed !== '' && (
              <CloseButton
                size="sm"
                aria-label={t('clearSearch')}
                onClick={() => {
                  setTyped('')
                  search('')
                }}
              />
            )
          }
          data-active={q !== null || undefined}
          data-pending={isPending || undefined}
        />
      </form>
    </search>
  )
}
