type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The same JSON, whatever the order of its members and with `undefined` as absent. Spaces around a text make no difference:
 * publishing trims them.
 */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (typeof a === 'string' && typeof b === 'string') return a === b || a.trim() === b.trim()
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]))
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame((a as Members)[key], (b as Members)[key]))
}

/** A condition is one thought: half of one and half of another would be nobody's. */
const isAtom = (value: unknown): boolean =>
  isMembers(value) && ['field', 'all', 'any', 'not'].some((name) => Object.hasOwn(value, name))

export type Merged = { value: unknown } | 'conflict'

const mergeMembers = (was: Members, theirs: Members, mine: Members): Merged => {
  const merged: Record<string, unknown> = {}
  for (const name of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const member = merge(was[name], theirs[name], mine[name])
    if (member === 'conflict') return 'conflict'
    if (member.value !== undefined) merged[name] = member.value
  }
  return { value: merged }
}

const mergeItems = (was: readonly unknown[], theirs: readonly unknown[], mine: readonly unknown[]): Merged => {
  if (was.length !== theirs.length || was.length !== mine.length) return 'conflict'
  const merged: unknown[] = []
  for (const [at, before] of was.entries()) {
    const item = merge(before, theirs[at], mine[at])
    if (item === 'conflict') return 'conflict'
    merged.push(item.value)
  }
  return { value: merged }
}

/** What two people made of the same value, where they changed different parts of it: two languages of a text, say. */
export const merge = (was: unknown, theirs: unknown, mine: unknown): Merged => {
  if (isSame(was, theirs) || isSame(theirs, mine)) return { value: mine }
  if (isSame(was, mine)) return { value: theirs }
  if (isAtom(was) || isAtom(theirs) || isAtom(mine)) return 'conflict'
  if (isMembers(theirs) && isMembers(mine) && (was === undefined || isMembers(was))) return mergeMembers(was ?? {}, theirs, mine)
  if (Array.isArray(was) && Array.isArray(theirs) && Array.isArray(mine)) return mergeItems(was, theirs, mine)
  return 'conflict'
}
