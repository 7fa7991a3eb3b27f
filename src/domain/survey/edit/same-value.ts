type Members = Readonly<Record<string, unknown>>

/**
 * The same JSON, whatever the order of its members and with `undefined` as absent. Spaces around a text make no difference:
 * publishing trims them.
 */
export const isSame = (a: unknown, b: unknown): boolean => {
  if (a === b) return true
  if (typeof a === 'string' && typeof b === 'string') return a.trim() === b.trim()
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]))
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((key) => isSame((a as Members)[key], (b as Members)[key]))
}
