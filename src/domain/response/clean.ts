/** PostgreSQL keeps neither NUL nor half a surrogate pair; a customer's emoji cut in two must not lose the answer. */
const cleanString = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

/** The same value with every text in it storable, keys included. */
export const clean = <T>(value: T): T => {
  if (typeof value === 'string') return cleanString(value) as T
  if (Array.isArray(value)) return value.map(clean) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanString(key), clean(inner)])) as T
}
