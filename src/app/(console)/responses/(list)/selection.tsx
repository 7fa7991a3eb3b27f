'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, use, useState } from 'react'
import classes from './responses.module.css'

type Selection = {
  /** of this page, in its order */
  selected: readonly string[]
  ids: readonly string[]
  select: (ids: readonly string[]) => void
}

const SelectionContext = createContext<Selection | null>(null)

export const useSelection = (): Selection => {
  const selection = use(SelectionContext)
  if (!selection) throw new Error('there is no selection here')
  return selection
}

/** What is selected of a page of responses; what has left the page isn't selected any more. */
export const SelectionProvider = ({ ids, children }: { ids: readonly string[]; children: ReactNode }) => {
  const [chosen, select] = useState<readonly string[]>([])
  const selected = ids.filter((id) => chosen.includes(id))
  return <SelectionContext value={{ selected, ids, select }}>{children}</SelectionContext>
}

export const SelectRow = ({ id, label }: { id: string; label: string }) => {
  const t = useTranslations('responses')
  const { selected, select } = useSelection()
  return (
    <Checkbox
      className={classes.selectRow}
      size="md"
      aria-label={t('select', { response: label })}
      checked={selected.includes(id)}
      onChange={(event) => select(event.currentTarget.checked ? [...selected, id] : selected.filter((one) => one !== id))}
    />
  )
}
