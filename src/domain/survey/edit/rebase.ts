import { numberedKey } from '../../free-key'
import { questionsOf } from '../definition'
import { apply, type Obstacle } from './apply'
import type { Draft, Operation } from './operation'
import { itemsOf } from './places'
import { changeFor, type Rekeyed, rekey } from './rekey'

export type Rebased = { draft: Draft; operations: Operation[]; conflicts: Obstacle[]; rekeyed: Rekeyed[] }

const freeFor = (draft: Draft, { in: list, item }: Operation & { do: 'insert' }): string => {
  const items = list[0] === 'questions' ? questionsOf(draft) : (itemsOf(draft, list) ?? [])
  return numberedKey(item.key, (key) => items.some((one) => one.key === key), list[0] === 'pages' ? '-' : '_')
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
    } else if (applied.obstacle.why === 'taken' && operation.do === 'insert') {
      const change = changeFor(operation, freeFor(result.draft, operation))
      result.rekeyed.push(change)
      waiting.unshift(operation)
      for (const [at, later] of waiting.entries()) waiting[at] = rekey(later, change)
    } else result.conflicts.push(applied.obstacle)
  }
  return result
}
