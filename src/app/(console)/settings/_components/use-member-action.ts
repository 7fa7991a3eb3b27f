'use client'

import { useState, useTransition } from 'react'
import type { MemberProblem, MemberResult } from '../members/actions'

export type Said = { id: number } & ({ done: string } | MemberProblem)
export type RunMember = (done: string, work: () => Promise<MemberResult>, then?: (result: MemberResult) => void) => void

/** Runs a change of members or teams and keeps what came of it. */
export const useMemberAction = () => {
  const [isPending, startTransition] = useTransition()
  const [said, setSaid] = useState<Said | null>(null)
  const run: RunMember = (done, work, then) =>
    startTransition(async () => {
      const result = await work()
      setSaid('problem' in result ? { id: Date.now(), ...result } : { id: Date.now(), done })
      then?.(result)
    })
  return { isPending, said, run, clear: () => setSaid(null) }
}
