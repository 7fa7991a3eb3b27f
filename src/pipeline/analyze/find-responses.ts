import { addDays, startOfDay } from '@/domain/analysis/calendar'
import type { Period } from '@/domain/analysis/period'
import { readTimeCursor, toPage, writeCursor } from '@/domain/cursor'
import { listResponseRows, type ResponseFilter } from '@/store/response/list-response-rows'
import type { ResponseRow } from '@/store/response/response-row'

/** The three boxes of any headline metric, by what they say. */
export const boxCategories = {
  high: ['promoter', 'satisfied'],
  middle: ['passive', 'neutral'],
  low: ['detractor', 'dissatisfied'],
} as const
export type Box = keyof typeof boxCategories

export type ResponseSearch = Pick<ResponseFilter, 'organizationId' | 'limit' | 'status' | 'survey' | 'touchpoint' | 'channel'> & {
  timeZone: string
  box?: Box | undefined
  period?: Period | undefined
  cursor?: string | null | undefined
}

/** A page of responses, newest first. */
export const findResponses = async (search: ResponseSearch): Promise<{ items: ResponseRow[]; nextCursor: string | null }> => {
  const { timeZone, box, period, cursor, ...filter } = search
  const after = readTimeCursor(cursor)
  const rows = await listResponseRows({
    ...filter,
    categories: box && boxCategories[box],
    from: period && startOfDay(period.from, timeZone),
    before: period && startOfDay(addDays(period.to, 1), timeZone),
    after: after ? { submittedAt: after.at, id: after.id } : undefined,
  })
  return toPage(rows, search.limit, (row) => writeCursor([row.submittedAt.toISOString(), row.id]))
}

export type { ResponseRow } from '@/store/response/response-row'
