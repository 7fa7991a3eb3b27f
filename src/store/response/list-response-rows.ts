import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponsePageFilter, readPage } from './response-page'
import { type ResponseRow, readResponseRows } from './response-row'

export type ResponseFilter = ResponsePageFilter

const limitMs = 5_000

/** Newest first, one more than `limit` where there is a next page; `too_slow` where finding them takes too long. */
export const listResponseRows = async (filter: ResponseFilter): Promise<ResponseRow[] | Failure> =>
  readWithin(limitMs, async (client) => readResponseRows(client, await readPage(client, { ...filter, limit: filter.limit + 1 })))
