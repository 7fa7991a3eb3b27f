import { isUuid, readCursor, readInstant, toPage, writeCursor } from '@/domain/cursor'
import { type Health, healthOf } from '@/domain/customer/health'
import { type Failure, isFailure } from '@/domain/errors'
import type { CustomerRow } from '@/store/customer/customer-row'
import type { CustomerNarrowing } from '@/store/customer/customer-where'
import { type CustomerFilter, type CustomerOrder, listCustomerRows } from '@/store/customer/list-customer-rows'
import { listHealthFacts } from '@/store/customer/list-health-facts'

export type CustomerSearch = Omit<CustomerNarrowing, 'words'> & {
  limit: number
  order: CustomerOrder
  /** as people type it */
  text?: string | null | undefined
  cursor?: string | null | undefined
}

export type CustomerWithHealth = CustomerRow & { health: Health }
export type CustomerPage<Row> = { items: Row[]; nextCursor: string | null }

/** What is looked for: at most five words with a letter or digit in them. */
export const searchWords = (text: string | null | undefined): string[] =>
  (text ?? '')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, 5)
    .map((word) => word.slice(0, 100))

const readAfter = (cursor: string | null | undefined, order: CustomerOrder): CustomerFilter['after'] => {
  const [kind = '', key = '', id = ''] = readCursor(cursor, 3) ?? []
  if (kind !== order || !isUuid(id)) return undefined
  if (order === 'value') {
    const value = Number(key)
    return key === '' ? { key: null, id } : Number.isFinite(value) ? { key: value, id } : undefined
  }
  const at = readInstant(key)
  return at && { key: at, id }
}

const keyOf = (row: CustomerRow, order: CustomerOrder): string | number =>
  order === 'value' ? (row.value ?? '') : row.lastActiveAt.toISOString()

/** A page of customers; `too_slow` where finding them takes too long. Words that nobody can have find nobody. */
export const listCustomers = async (search: CustomerSearch): Promise<CustomerPage<CustomerRow> | Failure> => {
  const { text, cursor, ...filter } = search
  const words = searchWords(text)
  if (words.length === 0 && text?.trim()) return { items: [], nextCursor: null }
  const rows = await listCustomerRows({ ...filter, words, after: readAfter(cursor, search.order) })
  if (isFailure(rows)) return rows
  return toPage(rows, search.limit, (row) => writeCursor([search.order, keyOf(row, search.order), row.id]))
}

/** A page of customers, each with their health and why. */
export const findCustomers = async (search: CustomerSearch, now: Date): Promise<CustomerPage<CustomerWithHealth> | Failure> => {
  const page = await listCustomers(search)
  if (isFailure(page)) return page
  const ids = page.items.map(({ id }) => id)
  const facts = await listHealthFacts(search.organizationId, ids, now)
  if (isFailure(facts)) return facts
  const items = page.items.flatMap((row) => {
    const known = facts.get(row.id)
    return known ? [{ ...row, health: healthOf(known, now) }] : []
  })
  return { items, nextCursor: page.nextCursor }
}
