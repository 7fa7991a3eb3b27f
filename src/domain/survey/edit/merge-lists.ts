import { align, keyOf } from './align'
import type { Merged } from './merge'
import { isSame } from './same-value'

type Items = readonly unknown[]
type Merge = (was: unknown, theirs: unknown, mine: unknown) => Merged

/** An item in the making: where it stood before, and what it is now; those that are new have no `from`. */
type Entry = { from: number | undefined; value: unknown }

const entriesOf = (was: Items, now: Items): Entry[] => {
  const from = new Map<number, number>()
  align(was, now).forEach((to, at) => {
    if (to !== undefined) from.set(to, at)
  })
  return now.map((value, at) => ({ from: from.get(at), value }))
}

/** What both left of each item that was there; undefined for one that goes. A change meets a removal: neither may win unseen. */
const mergeKept = (was: Items, [theirs, mine]: [Entry[], Entry[]], merge: Merge): Map<number, unknown> | 'conflict' => {
  const kept = new Map<number, unknown>()
  for (const [at, before] of was.entries()) {
    const [a, b] = [theirs.find(({ from }) => from === at), mine.find(({ from }) => from === at)]
    if (!a && !b) continue
    if (!a || !b) {
      if (!isSame((a ?? b)?.value, before)) return 'conflict'
      continue
    }
    const merged = merge(before, a.value, b.value)
    if (merged === 'conflict') return 'conflict'
    kept.set(at, merged.value)
  }
  return kept
}

const orderIn = (entries: readonly Entry[], kept: ReadonlyMap<number, unknown>): number[] =>
  entries.flatMap(({ from }) => (from !== undefined && kept.has(from) ? [from] : []))

/** The order of those that stay: of whoever has changed it; undefined where both have, differently. */
const chooseOrder = (theirs: readonly number[], mine: readonly number[]): readonly number[] | undefined => {
  const isUnmoved = (order: readonly number[]) => order.every((at, index) => index === 0 || at > (order[index - 1] as number))
  if (isUnmoved(mine)) return theirs
  return isUnmoved(theirs) || isSame(theirs, mine) ? mine : undefined
}

/** Puts what one of them has added behind what it stood behind there, and behind what the other one has put there. */
const addNew = (list: readonly Entry[], given: readonly Entry[]): Entry[] => {
  const result = [...list]
  let last: Entry | undefined
  for (const entry of given) {
    if (entry.from === undefined) {
      if (result.some(({ from, value }) => from === undefined && isSame(value, entry.value))) continue
      let at = last ? result.indexOf(last) + 1 : 0
      while (at < result.length && result[at]?.from === undefined) at += 1
      result.splice(at, 0, entry)
      last = entry
    } else last = result.find(({ from }) => from === entry.from) ?? last
  }
  return result
}

/**
 * What both have added under one key is one item, of what either says of it. A conflict where they don't say the same: two items
 * of one key couldn't be told from each other any more.
 */
const joinNew = (theirs: readonly Entry[], mine: readonly Entry[], merge: Merge): [Entry[], Entry[]] | 'conflict' => {
  const joined = new Map<Entry, Entry>()
  for (const entry of mine) {
    const key = entry.from === undefined ? keyOf(entry.value) : undefined
    const same = key === undefined ? undefined : theirs.find(({ from, value }) => from === undefined && keyOf(value) === key)
    if (!same) continue
    const merged = merge(undefined, same.value, entry.value)
    if (merged === 'conflict') return 'conflict'
    for (const one of [same, entry]) joined.set(one, { from: undefined, value: merged.value })
  }
  const follow = (entries: readonly Entry[]) => entries.map((entry) => joined.get(entry) ?? entry)
  return [follow(theirs), follow(mine)]
}

const keysIn = (items: Items): string[] => items.flatMap((item) => keyOf(item) ?? [])

const hasKeyTwice = (items: Items): boolean => new Set(keysIn(items)).size < keysIn(items).length

/**
 * What two people made of one list: changes of different items, and what either has added, moved or taken away. A conflict where they
 * changed the same thing, where one changed what the other took away, where both put it in orders of their own, or where a key would
 * be there twice.
 */
export const mergeLists = (was: Items, theirs: Items, mine: Items, merge: Merge): Merged => {
  const [a, b] = [entriesOf(was, theirs), entriesOf(was, mine)]
  const kept = mergeKept(was, [a, b], merge)
  if (kept === 'conflict') return 'conflict'
  const order = chooseOrder(orderIn(a, kept), orderIn(b, kept))
  if (!order) return 'conflict'
  const stays = order.map((from): Entry => ({ from, value: kept.get(from) }))
  const added = joinNew(a, b, merge)
  if (added === 'conflict') return 'conflict'
  const value = added.reduce(addNew, stays).map((entry) => entry.value)
  return hasKeyTwice(value) && !hasKeyTwice(theirs) && !hasKeyTwice(mine) ? 'conflict' : { value }
}
