import type { LiveFigures } from '@/pipeline/analyze/get-live-figures'

const isFigures = (read: unknown): read is LiveFigures =>
  typeof read === 'object' && read !== null && 'readAt' in read && 'metrics' in read && 'newest' in read

/**
 * The figures at an address; null where they can't be had: the server is away or busy, or something in between answers in its place.
 * Then the last ones stay, and the next event asks again.
 */
export const readFigures = async (address: string): Promise<LiveFigures | null> => {
  const response = await fetch(address, { cache: 'no-store' }).catch(() => null)
  if (!response?.ok) return null
  const read: unknown = await response.json().catch(() => null)
  return isFigures(read) ? read : null
}
