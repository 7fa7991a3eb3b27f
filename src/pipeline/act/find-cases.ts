import { type CaseStatus, caseStatuses, isOpenStatus } from '@/domain/case/case'
import { withDescendants } from '@/domain/case/options'
import { readCursor, readInstant, toPage, writeCursor } from '@/domain/cursor'
import { readSearch, searchQuery } from '@/domain/text/search'
import type { CaseRow } from '@/store/case/case-row'
import { type CaseFilter, listCaseRows } from '@/store/case/list-case-rows'
import { listClosedCaseRows } from '@/store/case/list-closed-case-rows'
import { readCaseOptions } from '@/store/case/read-options'

export const runningStatuses: readonly CaseStatus[] = caseStatuses.filter(isOpenStatus)
export const doneStatuses: readonly CaseStatus[] = caseStatuses.filter((status) => !isOpenStatus(status))

export type CaseSearch = Omit<CaseFilter, 'statuses' | 'after' | 'rootCauses' | 'text'> & {
  /** running cases by what is due first, done ones by the newest */
  isDone: boolean
  status?: CaseStatus | undefined
  /** a key of the tree: with it, everything below it */
  rootCause?: string | undefined
  /** a number, a customer, or words of an answer */
  q?: string | undefined
  cursor?: string | null | undefined
}

const largestNumber = 2_147_483_647

const readAfter = (cursor: string | null | undefined): CaseFilter['after'] => {
  const [due = '', text = ''] = readCursor(cursor, 2) ?? []
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > largestNumber) return undefined
  const dueAt = due === '' ? null : readInstant(due)
  return dueAt === undefined ? undefined : { dueAt, number }
}

const readText = (q: string | undefined): CaseFilter['text'] => {
  const typed = q?.trim().slice(0, 200)
  if (!typed) return undefined
  const words = readSearch(typed)
  return { typed, query: words && searchQuery(words) }
}

/** A page of the queue. */
export const findCases = async ({
  isDone,
  status,
  rootCause,
  q,
  cursor,
  ...filter
}: CaseSearch): Promise<{ items: CaseRow[]; nextCursor: string | null }> => {
  const group = isDone ? doneStatuses : runningStatuses
  const statuses = status && group.includes(status) ? [status] : group
  const rootCauses = rootCause && withDescendants((await readCaseOptions(filter.organizationId)).rootCauses, rootCause)
  const query = { ...filter, statuses, after: readAfter(cursor), text: readText(q), rootCauses: rootCauses || undefined }
  const rows = isDone ? await listClosedCaseRows(query) : await listCaseRows(query)
  return toPage(rows, filter.limit, (row) => writeCursor([row.dueAt?.toISOString() ?? '', row.number]))
}

export type { CaseRow } from '@/store/case/case-row'
export { type CaseCounts, countCases } from '@/store/case/count-cases'
export { countLoad, type Load } from '@/store/case/count-load'
