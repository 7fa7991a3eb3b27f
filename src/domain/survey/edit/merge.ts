import { mergeLists } from './merge-lists'
import { isSame } from './same-value'

type Members = Readonly<Record<string, unknown>>

const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

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

/** What two people made of the same value, where they changed different parts of it: two languages of a text, say. */
export const merge = (was: unknown, theirs: unknown, mine: unknown): Merged => {
  if (isSame(was, theirs) || isSame(theirs, mine)) return { value: mine }
  if (isSame(was, mine)) return { value: theirs }
  if (isAtom(was) || isAtom(theirs) || isAtom(mine)) return 'conflict'
  if (isMembers(theirs) && isMembers(mine) && (was === undefined || isMembers(was))) return mergeMembers(was ?? {}, theirs, mine)
  if (Array.isArray(theirs) && Array.isArray(mine) && (was === undefined || Array.isArray(was)))
    return mergeLists(was ?? [], theirs, mine, merge)
  return 'conflict'
}
