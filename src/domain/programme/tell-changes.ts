import { formatPath } from '../parse'

/** One place of an object that differs; undefined where it isn't there. */
export type FieldChange = { path: string; before: unknown; after: unknown }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists of keyed things (stages, questions, options) are compared by key, so that one put in between changes nothing else. */
const asKeyed = (value: unknown): Map<string, unknown> | undefined => {
  if (!Array.isArray(value) || value.length === 0) return undefined
  const keys = value.map((item) => (isRecord(item) && typeof item.key === 'string' ? item.key : undefined))
  if (keys.includes(undefined) || new Set(keys).size !== keys.length) return undefined
  return new Map(value.map((item, index) => [keys[index] ?? '', item]))
}

type Path = readonly PropertyKey[]

const compareEntries = (path: Path, before: Map<string, unknown>, after: Map<string, unknown>): FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => compare([...path, key], before.get(key), after.get(key)))

const isSameOrder = (before: Map<string, unknown>, after: Map<string, unknown>): boolean =>
  [...before.keys()].filter((key) => after.has(key)).join() === [...after.keys()].filter((key) => before.has(key)).join()

const compareLists = (path: Path, before: readonly unknown[], after: readonly unknown[]): FieldChange[] => {
  const [old, now] = [asKeyed(before), asKeyed(after)]
  if (old && now) {
    const moved = isSameOrder(old, now) ? [] : [{ path: formatPath(path), before: [...old.keys()], after: [...now.keys()] }]
    return [...moved, ...compareEntries(path, old, now)]
  }
  if (before.length !== after.length || !before.every(isRecord) || !after.every(isRecord))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path: formatPath(path), before, after }]
  return before.flatMap((item, index) => compare([...path, index], item, after[index]))
}

const compare = (path: Path, before: unknown, after: unknown): FieldChange[] => {
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(path, before, after)
  if (isRecord(before) && isRecord(after))
    return compareEntries(path, new Map(Object.entries(before)), new Map(Object.entries(after)))
  return Object.is(before, after) ? [] : [{ path: formatPath(path), before, after }]
}

/** Where two versions of an object differ, place by place: empty if they say the same. */
export const tellChanges = (before: unknown, after: unknown): FieldChange[] => compare([], before, after)
