import type { Place } from './operation'

export const isSamePlace = (a: Place, b: Place): boolean => a.length === b.length && a.every((part, at) => part === b[at])

/** The page or question that a place belongs to; the survey's own where it is neither's. */
export const holderOf = (place: Place): readonly [] | readonly ['page' | 'question', string] => {
  const [kind, key] = place
  if (key === undefined || kind === undefined || kind === 'quota') return []
  return kind === 'page' ? ['page', key] : ['question', key]
}
