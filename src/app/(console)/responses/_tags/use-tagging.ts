'use client'

import { useState, useTransition } from 'react'
import { changeTag, type TagAnswer, type TagProblem, type TagTarget, undoTag } from './actions'

export type TagKind = 'add' | 'remove'
type Said = (Exclude<TagAnswer, TagProblem> & { kind: TagKind }) | TagProblem | { undone: number }

/** Changes tags and keeps what came of it, so that it can be said and taken back. */
export const useTagging = () => {
  const [isPending, startTransition] = useTransition()
  const [said, setSaid] = useState<Said>()
  const change = (target: TagTarget, kind: TagKind, name: string, then?: () => void) =>
    startTransition(async () => {
      const answer = await changeTag(target, kind, name)
      setSaid('problem' in answer ? answer : { ...answer, kind })
      if (!('problem' in answer)) then?.()
    })
  const undo = (changeId: string) =>
    startTransition(async () => {
      const answer = await undoTag(changeId)
      setSaid('problem' in answer ? answer : { undone: answer.changed })
    })
  return { isPending, said, change, undo }
}
