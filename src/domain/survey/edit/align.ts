import { isSame } from './same-value'

type Items = readonly unknown[]

/** The key by which an item of a list is told, where it has one. */
export const keyOf = (item: unknown): string | undefined =>
  typeof item === 'object' && item !== null && typeof (item as { key?: unknown }).key === 'string'
    ? (item as { key: string }).key
    : undefined

/** What an item says, leaf by leaf: `text.en="Thanks"`. */
const leavesOf = (item: unknown, path = ''): string[] =>
  typeof item === 'object' && item !== null
    ? Object.entries(item).flatMap(([name, inner]) => leavesOf(inner, `${path}.${name}`))
    : [`${path}=${JSON.stringify(item)}`]

/** The position of the only item that differs, where nothing else can have happened than that one was edited. */
const editedInPlace = (was: Items, now: Items): boolean =>
  was.length === now.length && was.filter((item, at) => !isSame(item, now[at])).length <= 1

const countIn = (lists: readonly (readonly string[])[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const leaves of lists) for (const leaf of new Set(leaves)) counts.set(leaf, (counts.get(leaf) ?? 0) + 1)
  return counts
}

/** Pairs of what is left over that say the same thing which nothing else says; none where two others would do as well. */
const pairByWords = (was: Items, now: Items, [left, open]: [number[], number[]]): [number, number][] => {
  const [before, after] = [was.map((item) => leavesOf(item)), now.map((item) => leavesOf(item))]
  const [inWas, inNow] = [countIn(before), countIn(after)]
  const likeness = (from: number, to: number): number =>
    (before[from] ?? []).filter((leaf) => inWas.get(leaf) === 1 && inNow.get(leaf) === 1 && after[to]?.includes(leaf)).length
  return left.flatMap((from): [number, number][] => {
    const to = open.filter((one) => likeness(from, one) > 0)
    const [only] = to
    if (only === undefined || to.length > 1) return []
    return left.some((other) => other !== from && likeness(other, only) > 0) ? [] : [[from, only]]
  })
}

/**
 * Which item of a list is which after somebody has edited it: for each position before, the position now, or undefined for what is
 * gone. Items with keys are told by them, others by what they still say; one that says nothing of what it said is another one.
 */
export const align = (was: Items, now: Items): (number | undefined)[] => {
  if ([...was, ...now].every((item) => keyOf(item) !== undefined))
    return was.map((item) => {
      const found = now.findIndex((one) => keyOf(one) === keyOf(item))
      return found < 0 ? undefined : found
    })
  const isScalar = [...was, ...now].some((item) => typeof item !== 'object')
  if (!isScalar && editedInPlace(was, now)) return was.map((_, at) => at)
  const open = now.map((_, at) => at)
  const aligned = was.map((item) => {
    const found = open.findIndex((at) => isSame(now[at], item))
    return found < 0 ? undefined : open.splice(found, 1)[0]
  })
  if (isScalar) return aligned
  const left = was.flatMap((_, at) => (aligned[at] === undefined ? [at] : []))
  for (const [from, to] of pairByWords(was, now, [left, open])) aligned[from] = to
  return aligned
}
