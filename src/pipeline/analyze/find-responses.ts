import { addDays, startOfDay } from '@/domain/analysis/calendar'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { readTimeCursor, toPage, writeCursor } from '@/domain/cursor'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { readSearch, searchQuery } from '@/domain/text/search'
import { listResponseRows } from '@/store/response/list-response-rows'
import type { ResponseRow } from '@/store/response/response-row'
import { findTag } from '@/store/tag/find-tag'

/** The three boxes of any headline metric, by what they say. */
export const boxCategories = {
  high: ['promoter', 'satisfied'],
  middle: ['passive', 'neutral'],
  low: ['detractor', 'dissatisfied'],
} as const
export type Box = keyof typeof boxCategories

export type ResponseSearch = Narrowing & {
  organizationId: string
  limit: number
  status?: string | undefined
  timeZone: string
  box?: Box | undefined
  period?: Period | undefined
  cursor?: string | null | undefined
  /** what the customers' words must have, as it is typed into a search field */
  q?: string | undefined
  tag?: string | undefined
}
export type ResponseQuery = Omit<ResponseSearch, 'limit' | 'cursor'>

/** What no tag has for an id, so that an unknown one stands on nothing. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** What of a search names the responses, without its page. `invalid` where there is nothing in `q` to look for. */
export const toNarrowing = async ({ timeZone, box, period, q, tag, ...narrowing }: ResponseQuery) => {
  const search = q === undefined ? undefined : readSearch(q)
  if (q !== undefined && !search) return fail('invalid', undefined, [{ path: 'q', message: 'has no word to look for' }])
  return {
    ...narrowing,
    words: search && searchQuery(search),
    tagId: tag === undefined ? undefined : ((await findTag(narrowing.organizationId, tag))?.id ?? nobody),
    categories: box && boxCategories[box],
    from: period && startOfDay(period.from, timeZone),
    before: period && startOfDay(addDays(period.to, 1), timeZone),
  }
}

/** `hidden`: anonymous answers are left out, since fewer than so many fit, or since what is asked for could tell whose they are. */
export type ResponsePage = { items: ResponseRow[]; nextCursor: string | null; hidden?: number }

/** A page of responses, newest first; `too_slow` where what is asked for takes too long to find. */
export const findResponses = async (search: ResponseSearch): Promise<ResponsePage | Failure> => {
  const { limit, cursor, ...asked } = search
  const narrowing = await toNarrowing(asked)
  if (isFailure(narrowing)) return narrowing
  const after = readTimeCursor(cursor)
  const found = await listResponseRows({
    ...narrowing,
    limit,
    after: after ? { submittedAt: after.at, id: after.id } : undefined,
  })
  if (isFailure(found)) return found
  const page = toPage(found.rows, limit, (row) => writeCursor([row.submittedAt.toISOString(), row.id]))
  return found.hidden === null ? page : { ...page, hidden: found.hidden }
}

export type { ResponseRow } from '@/store/response/response-row'
