import { type Question, questionsOf } from '../definition'
import type { Applied } from './apply'
import { merge } from './merge'
import type { Draft, Operation } from './operation'
import { findAt, findQuestion, withMember, withQuestion } from './places'
import { followersOf } from './rename'
import { isSame } from './same-value'
import { fitsKind } from './shape'
import { turnKind } from './turn-kind'

type Sets = Operation & { do: 'set' }

const doSets = (draft: Draft, sets: readonly Sets[]): Draft =>
  sets.reduce((current, { at, name, to }) => withMember(current, at, name, to), draft)

/** The question in place of the one that was there, and under another key all that asks for it asks for it there. */
const replace = (draft: Draft, current: Question, turned: Question): Draft => {
  const sets = turned.key === current.key ? [] : followersOf(draft, current.key, turned.key)
  return withQuestion(doSets(draft, sets), current.key, turned)
}

/**
 * What asked for the new key already, before there was a question of that name, would ask for the old one when the turn is taken
 * back. These sets leave it as it was.
 */
const restoring = (draft: Draft, after: Draft, { current, turned }: { current: Question; turned: Question }): Sets[] =>
  followersOf(after, turned.key, current.key).flatMap((set): Sets[] => {
    const before = findAt(draft, set.at)?.[set.name]
    return JSON.stringify(before) === JSON.stringify(set.to) ? [] : [{ ...set, was: set.to, to: before }]
  })

/**
 * Another kind of question in place of the one that was seen, and its new key, where it gets one, everywhere: all of it or nothing. What
 * somebody else has changed of it meanwhile stays where it still fits.
 */
export const applyTurn = (draft: Draft, operation: Operation & { do: 'turn' }): Applied => {
  const { was, to } = operation
  const current = findQuestion(draft, was.key)
  if (!current) {
    const isDone = was.key !== to.key && isSame(findQuestion(draft, to.key), to)
    return isDone ? { draft, inverse: [] } : { obstacle: { why: 'gone', operation } }
  }
  if (isSame(current, to)) return { draft, inverse: [] }
  // Where somebody else has made it of this kind already, only what either did beyond that is to be joined.
  const seen = current.kind === to.kind ? turnKind(was, to.kind).question : was
  const merged = current === was ? { value: to } : merge(seen, current, to)
  if (merged === 'conflict' || !fitsKind(merged.value as Question)) return { obstacle: { why: 'differs', operation, current } }
  const turned = merged.value as Question
  if (isSame(current, turned)) return { draft, inverse: [] }
  if (turned.key !== current.key && questionsOf(draft).some(({ key }) => key === turned.key))
    return { obstacle: { why: 'taken', operation, current } }
  const after = replace(draft, current, turned)
  const back: Operation = { do: 'turn', was: turned, to: current }
  return { draft: after, inverse: turned.key === current.key ? [back] : [back, ...restoring(draft, after, { current, turned })] }
}
