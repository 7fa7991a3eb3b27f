'use client'

import { Checkbox } from '@mantine/core'
import { createContext, type ReactNode, use, useState } from 'react'

type Selection = {
  /** of this page, in its order */
  selected: readonly string[]
  ids: readonly string[]
  select: (ids: readonly string[]) => void
  /** Selects one that isn't, and the other way round; each of several presses before the next drawing counts. */
  toggle: (id: string) => void
}

const SelectionContext = createContext<Selection | null>(null)

export const useSelection = (): Selection => {
  const selection = use(SelectionContext)
  if (!selection) throw new Error('there is no selection here')
  return selection
}

/** What is selected of a page of a list; what has left the page isn't selected any more. */
export const SelectionProvider = ({ ids, children }: { ids: readonly string[]; children: ReactNode }) => {
  const [chosen, select] = useState<readonly string[]>([])
  const selected = ids.filter((id) => chosen.includes(id))
  const toggle = (id: string) => select((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return <SelectionContext value={{ selected, ids, select, toggle }}>{children}</SelectionContext>
}

/** `label` says which row is selected by it. */
export const SelectRow = ({ id, label, className }: { id: string; label: string; className?: string | undefined }) => {
  const { selected, toggle } = useSelection()
  return (
    <Checkbox
      {...(className ? { className } : {})}
      size="md"
      aria-label={label}
      checked={selected.includes(id)}
      onChange={() => toggle(id)}
    />
  )
}

/** Selects the whole page, or none of it; half-way in between. */
export const SelectPage = ({ label }: { label: string }) => {
  const { selected, ids, select } = useSelection()
  const isWhole = selected.length === ids.length
  return (
    <Checkbox
      size="md"
      label={label}
      checked={isWhole}
      indeterminate={selected.length > 0 && !isWhole}
      onChange={(event) => select(event.currentTarget.checked ? ids : [])}
    />
  )
}
