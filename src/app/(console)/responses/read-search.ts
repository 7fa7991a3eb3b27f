import { createLoader, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import type { ResponseQuery } from '@/pipeline/analyze/find-responses'
import { isNarrowed, readNarrowing } from '../_filters/read-narrowing'
import { daysParsers, narrowingParsers } from '../_filters/search-params'

export const boxes = ['high', 'middle', 'low'] as const
export const statuses = ['completed', 'partial', 'disqualified'] as const

/** The list's address. */
export const loadSearch = createLoader({
  status: parseAsStringLiteral(statuses),
  score: parseAsStringLiteral(boxes),
  ...narrowingParsers,
  ...daysParsers,
  q: parseAsString,
  tag: parseAsString,
  cursor: parseAsString,
})

type Search = Awaited<ReturnType<typeof loadSearch>>

/** PostgreSQL has no text with a NUL in it. */
const wordsOf = (text: string | null): string | undefined => text?.replaceAll('\u0000', '').trim().slice(0, 200) || undefined

export type ReadSearch = { query: Omit<ResponseQuery, 'organizationId'>; isAsked: boolean }

/** What the list's address asks for, the same for the list, for what is done with all that it finds, and for a file of it. */
export const readSearch = (search: Search, timeZone: string, now: Date): ReadSearch | Failure => {
  const read = readNarrowing(search)
  if (isFailure(read)) return read
  const { status, score, period: name } = search
  const period = name ? resolvePeriod({ ...search, period: name }, localDay(now, timeZone)) : undefined
  const [q, tag] = [wordsOf(search.q), wordsOf(search.tag)]
  return {
    query: { ...read.narrowing, timeZone, status: status ?? undefined, box: score ?? undefined, period, q, tag },
    isAsked: Boolean(status || score || period || q || tag) || isNarrowed(read.narrowing),
  }
}
