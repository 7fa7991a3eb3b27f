import { questionsOf } from '../definition'
import { applyTurn } from './apply-turn'
import { merge } from './merge'
import type { Draft, Item, List, Operation } from './operation'
import { before, findAt, itemsOf, listOf, pageOf, withItems, withMember } from './places'
import { isSame } from './same-value'
import { canHave, shapeItem } from './shape'

/**
 * Why an operation can't be done: its place is gone, what it found there isn't there any more, or its key is somebody
 * else's. `current` is what stands there now.
 */
export type Obstacle = { why: 'gone' | 'differs' | 'taken'; operation: Operation; current?: unknown }

export type Applied = { draft: Draft; inverse: Operation[] } | { obstacle: Obstacle }

const unchanged = (draft: Draft): Applied => ({ draft, inverse: [] })

/** Questions have keys of their own in the whole survey, everything else in its list. */
const findTaken = (draft: Draft, list: List, key: string): Item | undefined => {
  const items = list[0] === 'questions' ? (questionsOf(draft) as unknown as Item[]) : itemsOf(draft, list)
  return items?.find((item) => item.key === key)
}

const insertAfter = (items: readonly Item[], item: Item, after: string | null): Item[] => {
  const found = items.findIndex(({ key }) => key === after)
  const at = after === null ? 0 : found < 0 ? items.length : found + 1
  return [...items.slice(0, at), item, ...items.slice(at)]
}

const applySet = (draft: Draft, operation: Operation & { do: 'set' }): Applied => {
  const { at, name, was, to } = operation
  const holder = findAt(draft, at)
  if (!holder || (to !== undefined && !canHave(draft, at, name))) return { obstacle: { why: 'gone', operation } }
  const current = Object.hasOwn(holder, name) ? holder[name] : undefined
  if (current === to) return unchanged(draft)
  const merged = merge(was, current, to)
  if (merged === 'conflict') return { obstacle: { why: 'differs', operation, current } }
  const { value } = merged
  if (name === 'key' && at.length !== 0) {
    const list = listOf(draft, at)
    if (list && findTaken(draft, list, String(value))) return { obstacle: { why: 'taken', operation } }
  }
  const renamed = name === 'key' && at.length !== 0 ? ([...at.slice(0, -1), value] as unknown as typeof at) : at
  return { draft: withMember(draft, at, name, value), inverse: [{ do: 'set', at: renamed, name, was: value, to: current }] }
}

const applyInsert = (draft: Draft, operation: Operation & { do: 'insert' }): Applied => {
  const { after, in: list } = operation
  const items = itemsOf(draft, list)
  const item = shapeItem(draft, list, operation.item)
  if (!items || !item) return { obstacle: { why: 'gone', operation } }
  const there = findTaken(draft, list, item.key)
  if (there) return isSame(there, item) ? unchanged(draft) : { obstacle: { why: 'taken', operation, current: there } }
  const changed = insertAfter(items, item, after)
  return {
    draft: withItems(draft, list, changed),
    inverse: [{ do: 'remove', in: list, after: before(changed, item.key), item }],
  }
}

const applyRemove = (draft: Draft, operation: Operation & { do: 'remove' }): Applied => {
  const { item } = operation
  // A question may have been moved to another page meanwhile.
  const page = operation.in[0] === 'questions' ? pageOf(draft, item.key) : undefined
  const list: List = page ? ['questions', page.key] : operation.in
  const items = itemsOf(draft, list)
  const there = items?.find(({ key }) => key === item.key)
  if (!items || !there) return unchanged(draft)
  if (!isSame(there, item)) return { obstacle: { why: 'differs', operation, current: there } }
  const after = before(items, item.key)
  return {
    draft: withItems(
      draft,
      list,
      items.filter((one) => one !== there),
    ),
    inverse: [{ do: 'insert', in: list, after, item: there }],
  }
}

const applyMove = (draft: Draft, operation: Operation & { do: 'move' }): Applied => {
  const { key, from, to, after } = operation
  const page = from[0] === 'questions' ? pageOf(draft, key) : undefined
  const source: List = page ? ['questions', page.key] : from
  const items = itemsOf(draft, source)
  const item = items?.find((one) => one.key === key)
  if (!items || !item || !itemsOf(draft, to)) return { obstacle: { why: 'gone', operation } }
  // Where two people put it on different pages, neither may win unseen.
  if (!isSame(source, from) && !isSame(source, to)) return { obstacle: { why: 'differs', operation, current: source } }
  const was = before(items, key)
  if (after === key || (isSame(source, to) && was === after)) return unchanged(draft)
  const taken = withItems(
    draft,
    source,
    items.filter((one) => one !== item),
  )
  const changed = insertAfter(itemsOf(taken, to) ?? [], item, after)
  return { draft: withItems(taken, to, changed), inverse: [{ do: 'move', key, from: to, to: source, after: was }] }
}

/**
 * Does one operation. One that is done already changes nothing, so the same again is harmless. `inverse` takes it back
 * exactly, in a draft that hasn't changed since.
 */
export const apply = (draft: Draft, operation: Operation): Applied => {
  switch (operation.do) {
    case 'set':
      return applySet(draft, operation)
    case 'insert':
      return applyInsert(draft, operation)
    case 'remove':
      return applyRemove(draft, operation)
    case 'move':
      return applyMove(draft, operation)
    case 'turn':
      return applyTurn(draft, operation)
  }
}

/** Does all of them in order, or none and says which can't be done. The inverse is in the order in which it is to be done. */
export const applyAll = (draft: Draft, operations: readonly Operation[]): Applied => {
  let current = draft
  const inverse: Operation[] = []
  for (const operation of operations) {
    const applied = apply(current, operation)
    if ('obstacle' in applied) return applied
    current = applied.draft
    inverse.unshift(...applied.inverse)
  }
  return { draft: current, inverse }
}
