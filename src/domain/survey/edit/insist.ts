import type { Question } from '../definition'
import type { Obstacle } from './apply'
import { merge } from './merge'
import type { Operation } from './operation'
import { fitsKind } from './shape'
import { type Lost, lossIn, turnKind } from './turn-kind'

type Turn = Operation & { do: 'turn' }
type Members = Readonly<Record<string, unknown>>

const ownOf = (question: Question): Members => question as unknown as Members

/**
 * A turn made anew of the question as it is now, so that all that somebody else has written stays for which the kind has a place. What I
 * gave the question beyond its kind is in it too, and wins where both can't be. `overwritten`: the members of theirs that then go.
 */
const turnAnew = ({ was, to }: Turn, current: Question): { question: Question; overwritten: string[] } => {
  const [before, theirs, mine] = [turnKind(was, to.kind).question, turnKind(current, to.kind).question, to].map(ownOf)
  const made: Record<string, unknown> = {}
  const overwritten: string[] = []
  for (const name of new Set([...Object.keys(theirs ?? {}), ...Object.keys(mine ?? {})])) {
    const merged = merge(before?.[name], theirs?.[name], mine?.[name])
    const value = merged === 'conflict' ? mine?.[name] : merged.value
    if (merged === 'conflict') overwritten.push(name)
    if (value !== undefined) made[name] = value
  }
  const question = made as unknown as Question
  // Both sides fit the kind; what they come to may not, where one of them has taken away what the other one changed.
  return fitsKind(question) ? { question, overwritten } : { question: to, overwritten: Object.keys(theirs ?? {}) }
}

/** My side of a conflict, made to fit what stands there now; undefined where there is nothing left that it could change. */
export const insist = ({ why, operation, current }: Obstacle): Operation | undefined => {
  if (why !== 'differs') return undefined
  if (operation.do === 'set') return { ...operation, was: current }
  if (operation.do === 'remove') return { ...operation, item: current as typeof operation.item }
  if (operation.do === 'turn') {
    const there = current as Question
    return { do: 'turn', was: there, to: turnAnew(operation, there).question }
  }
  return operation.do === 'move' ? { ...operation, from: current as typeof operation.from } : undefined
}

/** What of the question as it is now goes when I insist on another kind: what has no place there, and what I wrote over. */
export const lostBy = ({ why, operation, current }: Obstacle): Lost[] => {
  if (why !== 'differs' || operation.do !== 'turn') return []
  const { question, overwritten } = turnAnew(operation, current as Question)
  const gone = lossIn(current as Question, question)
  return [...gone, ...overwritten.filter((name) => gone.every((one) => one.name !== name)).map((name) => ({ name }))]
}
