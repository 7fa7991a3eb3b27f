'use client'

import { Autocomplete, Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import classes from './tags.module.css'

type TagFormProps = {
  known: readonly string[]
  isPending: boolean
  label: string
  onChoose: (name: string, done: () => void) => void
}

/** A tag to put on: one that there is, or a new word. */
export const TagForm = ({ known, isPending, label, onChoose }: TagFormProps) => {
  const t = useTranslations('tags')
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') onChoose(name, () => setName(''))
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      <Autocomplete
        aria-label={t('name')}
        placeholder={t('name')}
        data={[...known]}
        limit={8}
        maxLength={40}
        value={name}
        onChange={setName}
        selectFirstOptionOnChange={false}
      />
      <Button type="submit" variant="default" disabled={isPending || name.trim() === ''}>
        {label}
      </Button>
    </form>
  )
}
