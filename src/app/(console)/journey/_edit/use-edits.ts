'use client'

import { useState, useTransition } from 'react'
import { type EditProblem, type EditResult, undoEdit } from '../actions'

/** What is told after a change: what was done, with the way back, or why it wasn't. */
export type Notice = { id: number } & ({ done: string; applyId?: string } | EditProblem)

export type RunEdit = (done: string, work: () => Promise<EditResult>, then?: (result: EditResult) => void) => void

/** Runs one change after another and keeps the notice of the last. */
export const useEdits = (undone: string) => {
  const [isPending, startTransition] = useTransition()
  const [notice, setNotice] = useState<Notice | null>(null)
  const run: RunEdit = (done, work, then) =>
    startTransition(async () => {
      const result = await work()
      const id = Date.now()
      setNotice('problem' in result ? { id, ...result } : { id, done, applyId: result.applyId })
      then?.(result)
    })
  const undo = (applyId: string) =>
    startTransition(async () => {
      const result = await undoEdit(applyId)
      setNotice('problem' in result ? { id: Date.now(), ...result } : { id: Date.now(), done: undone })
    })
  return { isPending, notice, run, undo, dismiss: () => setNotice(null) }
}
