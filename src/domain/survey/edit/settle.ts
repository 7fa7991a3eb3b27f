import { apply, type Obstacle } from './apply'
import { insist } from './insist'
import type { Operation } from './operation'
import { rebase } from './rebase'
import { rekey } from './rekey'
import { isSame } from './same-value'
import { perform, type Session } from './session'

const parts: readonly string[] = ['option', 'row', 'column', 'options', 'rows', 'columns']

/** Whether it changes a question, or something in it. */
const isWithin = (operation: Operation, question: string): boolean => {
  if (operation.do === 'turn') return false
  const [name, key] = operation.do === 'set' ? operation.at : operation.do === 'move' ? operation.from : operation.in
  const isOwn = operation.do === 'set' && name === 'question'
  return key === question && (isOwn || parts.includes(name ?? ''))
}

/**
 * My side of a conflict done. With a question's other kind goes what I did of it under that kind, which had no place until now; what
 * still has none stays a conflict.
 */
const put = (session: Session, operation: Operation, { others, at }: { others: readonly Obstacle[]; at: number }): Session => {
  const hangs = ({ why, operation: one }: Obstacle) =>
    operation.do === 'turn' && why === 'gone' && isWithin(one, operation.was.key)
  const follow = (one: Operation): Operation =>
    operation.do === 'turn' ? rekey(one, { kind: 'question', from: operation.was.key, to: operation.to.key } as const) : one
  const hanging = others.filter(hangs).map((one) => follow(one.operation))
  const { operations, conflicts } = rebase(session.draft, [operation, ...hanging])
  if (conflicts.some((one) => one.operation === operation)) return session
  const left = others.filter((one) => !hangs(one)).map((one) => ({ ...one, operation: follow(one.operation) }))
  return perform({ ...session, conflicts: [...left, ...conflicts] }, { operations, at })
}

/**
 * Settles a conflict: with my side, or by leaving theirs as it is. Where theirs is no longer what was shown, nobody has
 * chosen between the two yet: the conflict stays, with what stands there now.
 */
export const settle = (session: Session, conflict: Obstacle, side: 'mine' | 'theirs', at: number): Session => {
  const others = session.conflicts.filter((one) => one !== conflict)
  if (side === 'theirs') return { ...session, conflicts: others }
  const now = apply(session.draft, conflict.operation)
  if ('draft' in now) return put(session, conflict.operation, { others, at })
  if (!isSame(now.obstacle.current, conflict.current)) return { ...session, conflicts: [now.obstacle, ...others] }
  const operation = insist(now.obstacle)
  return operation ? put(session, operation, { others, at }) : session
}
