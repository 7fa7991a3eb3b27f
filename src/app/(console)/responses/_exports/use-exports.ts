'use client'

import { useCallback, useEffect, useState } from 'react'
import type { ToldExport } from '@/app/api/_machine/tell-export'
import { isOpen } from '@/domain/work'

/** As it comes over the wire: times are texts. */
export type ShownExport = Omit<ToldExport, 'createdAt' | 'finishedAt' | 'expiresAt'> &
  Record<'createdAt' | 'finishedAt' | 'expiresAt', string | Date | null>

const everyMs = 1_000

/** One's own exports, asked for again every second while one of them is under way. `isLost`: the last asking failed; it goes on. */
export const useExports = (initial: readonly ShownExport[]) => {
  const [items, setItems] = useState(initial)
  const [isLost, setLost] = useState(false)
  const reload = useCallback(async () => {
    try {
      const answer = await fetch('/api/v1/exports?limit=50')
      if (!answer.ok) throw new Error(String(answer.status))
      setItems(((await answer.json()) as { items: ShownExport[] }).items)
      setLost(false)
    } catch {
      setLost(true)
    }
  }, [])
  const isUnderWay = items.some(({ state }) => isOpen(state))
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => {
      if (!document.hidden) void reload()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isUnderWay, reload])
  return { items, isLost, reload, add: (item: ShownExport) => setItems((known) => [item, ...known]) }
}
