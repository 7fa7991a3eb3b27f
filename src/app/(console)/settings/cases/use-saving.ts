'use client'

import { useState, useTransition } from 'react'
import type { OptionProblem, OptionResult } from './actions'

export type Saying = { done: string } | OptionProblem
export type Save = (done: string, work: () => Promise<OptionResult>, then?: () => void) => void

/** Saves, and keeps what came of it; `then` follows what was saved. */
export const useSaving = () => {
  const [isPending, startTransition] = useTransition()
  const [said, setSaid] = useState<Saying | null>(null)
  const save: Save = (done, work, then) =>
    startTransition(async () => {
      const result = await work()
      setSaid('problem' in result ? result : { done })
      if (!('problem' in result)) then?.()
    })
  return { isPending, said, save }
}
