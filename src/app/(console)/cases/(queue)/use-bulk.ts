'use client'

import { useState, useTransition } from 'react'
import type { CaseStep } from '@/domain/case/step'
import { type BulkAnswer, takeSteps } from './bulk-actions'

type Steps = readonly { number: number; step: CaseStep }[]
export type BulkSaying = BulkAnswer & { isUndo: boolean }

/** Takes steps on several cases and keeps what came of each, so that it can be said and taken back. */
export const useBulk = () => {
  const [isPending, startTransition] = useTransition()
  const [said, setSaid] = useState<BulkSaying>()
  const send = (steps: Steps, isUndo: boolean) =>
    startTransition(async () => {
      setSaid({ ...(await takeSteps(steps)), isUndo })
    })
  return { isPending, said, run: (steps: Steps) => send(steps, false), undo: (steps: Steps) => send(steps, true) }
}
