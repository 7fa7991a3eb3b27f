import { numberedKey } from '../../free-key'
import { questionsOf } from '../definition'
import { apply, type Obstacle } from './apply'
import type { Draft, Operation } from './operation'
import { findQuestion, itemsOf } from './places'
import { changeFor, type Rekeyed, rekey } from './rekey'

export type Rebased = { draft: Draft; operations: Operation[]; conflicts: Obstacle[]; rekeyed: Rekeyed[] }

const freeFor = (draft: Draft, operation: Operation & { do: 'insert' | 'turn' }): string => {
  if (operation.do === 'turn')
    return numberedKey(operation.to.key, (key) => questionsOf(draft).some((question) => question.key === key))
  const { in: list, item } = operation
  const items = list[0] === 'questions' ? questionsOf(draft) : (itemsOf(draft, list) ?? [])
  return numberedKey(item.key, (key) => items.some((one) => one.key === key), list[0] === 'pages' ? '-' : '_')
}

const asSeen = (draft: Draft, conflict: Obstacle): Obstacle => {
  const { why, operation } = conflict
  const current = why === 'differs' && operation.do === 'turn' ? findQuestion(draft, operation.was.key) : undefined
  return current ? { ...conflict, current } : conflict
}

/**
 * My operations, done on what somebody else has made of the draft meanwhile. What can't be done is told, and the rest goes
 * on; what was added under a key that is somebody else's by now gets another one, so that both stay.
 */
export const rebase = (draft: Draft, mine: readonly Operation[]): Rebased => {
  const result: Rebased = { draft, operations: [], conflicts: [], rekeyed: [] }
  const waiting = [...mine]
  for (let operation = waiting.shift(); operation; operation = waiting.shift()) {
    const applied = apply(result.draft, operation)
    if ('draft' in applied) {
      result.draft = applied.draft
      if (applied.inverse.length > 0) result.operations.push(operation)
    } else if (applied.obstacle.why === 'taken' && (operation.do === 'insert' || operation.do === 'turn')) {
      const change = changeFor(operation, freeFor(result.draft, operation))
      result.rekeyed.push(change)
      waiting.unshift(operation)
      for (const [at, later] of waiting.entries()) waiting[at] = rekey(later, change)
    } else {
      result.conflicts.push(applied.obstacle)
      // The question stays under the key that it has; what I did of it afterwards is done there.
      const stays = operation.do === 'turn' ? changeFor(operation, operation.was.key) : undefined
      if (stays && stays.from !== stays.to) for (const [at, later] of waiting.entries()) waiting[at] = rekey(later, stays)
    }
  }
  // A choice about a question is between what I wanted and the question as I see it, with what I did of it afterwards.
  return { ...result, conflicts: result.conflicts.map((one) => asSeen(result.draft, one)) }
}
