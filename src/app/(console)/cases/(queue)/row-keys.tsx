'use client'

import { useEffect, useRef } from 'react'
import { useSelection } from '../../_components/selection'
import { areSingleKeysOn, isTyping, waitMs } from '../../_palette/use-shortcuts'

const rowsOfList = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row]')]

/** `j` and `k` go down and up the rows, `x` selects the one that has the focus, and Enter opens it, as a link does. */
export const RowKeys = () => {
  const { toggle } = useSelection()
  const leader = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isCheckbox = event.target instanceof HTMLInputElement && event.target.type === 'checkbox'
      if (event.metaKey || event.ctrlKey || event.altKey || (isTyping(event.target) && !isCheckbox) || !areSingleKeysOn()) return
      // `g` and a letter lead to another screen.
      const isLed = event.timeStamp - leader.current < waitMs
      leader.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (isLed) return
      const rows = rowsOfList()
      const at = rows.findIndex((row) => row === document.activeElement || row.parentElement?.contains(document.activeElement))
      if (event.key === 'j') rows[Math.min(at + 1, rows.length - 1)]?.focus()
      if (event.key === 'k') rows[Math.max(at - 1, 0)]?.focus()
      const id = rows[at]?.dataset.row
      if (event.key === 'x' && id !== undefined) toggle(id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [toggle])
  return null
}
