'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState, useTransition } from 'react'
import type { DashboardInput } from '@/domain/dashboard/dashboard'
import { type DashboardProblem, saveBoard } from '../../../actions'

type Given = { id: string; revision: number; isChanged: boolean; back: string }

/** Saves over the revision that was opened, or, where somebody else has saved since and one insists, over theirs. */
export const useSave = ({ id, revision, isChanged, back }: Given) => {
  const router = useRouter()
  const [problem, setProblem] = useState<DashboardProblem>()
  const [isSaving, startSaving] = useTransition()
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  const save = (dashboard: DashboardInput, over = revision) =>
    startSaving(async () => {
      const answer = await saveBoard({ id, revision: over, dashboard })
      setProblem('problem' in answer ? answer : undefined)
      if (!('problem' in answer)) router.push(back)
    })
  return { save, isSaving, problem, forget: () => setProblem(undefined) }
}
