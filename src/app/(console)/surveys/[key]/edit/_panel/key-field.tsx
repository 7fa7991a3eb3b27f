'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { takenIn } from '@/domain/survey/edit/blank'
import type { Place } from '@/domain/survey/edit/operation'
import { itemsOf, listOf } from '@/domain/survey/edit/places'
import { renameKey } from '@/domain/survey/edit/rename'
import { useEditor } from '../_store/use-editor'
import { useField } from './use-field'

type KeyFieldProps = { place: Exclude<Place, readonly []> }

/** A key by hand: taken over when the field is left, with all that asks for it. */
export const KeyField = ({ place }: KeyFieldProps) => {
  const t = useTranslations('editor.panel')
  const editor = useEditor()
  const { error } = useField(place)
  const key = place[place.length - 1] as string
  const [typed, setTyped] = useState<string | undefined>(undefined)
  const [refused, setRefused] = useState<string | undefined>(undefined)
  const isPublished = place[0] === 'question' && editor.publishedKeys.has(key)
  const take = (): void => {
    const to = typed?.trim()
    setTyped(undefined)
    setRefused(undefined)
    if (to === undefined || to === key) return
    const { draft } = editor.get().session
    const list = listOf(draft, place)
    const isTaken = place[0] === 'question' ? takenIn(draft)(to) : list && itemsOf(draft, list)?.some((item) => item.key === to)
    if (isTaken || !/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(to)) {
      setRefused(t(isTaken ? 'keyTaken' : 'keyUnfit', { key: to }))
      return
    }
    const renamed = [...place.slice(0, -1), to] as unknown as Place
    const isSelected = place[0] === 'question' && editor.get().selection[1] === key
    editor.perform(renameKey(draft, place, to), { focus: renamed, follow: isSelected ? renamed : undefined })
  }
  return (
    <TextInput
      size="sm"
      label={t('key')}
      description={isPublished ? t('keyPublished') : t('keyHint')}
      value={typed ?? key}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
      error={refused ?? error('key')}
      maxLength={64}
      data-name="key"
    />
  )
}
