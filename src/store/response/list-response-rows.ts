import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponsePageFilter, responsePage } from './response-page'
import { type ResponseRow, responseRowSelect } from './response-row'

export type ResponseFilter = ResponsePageFilter

const limitMs = 5_000

/** Newest first, one more than `limit` where there is a next page; `too_slow` where finding them takes too long. */
export const listResponseRows = async (filter: ResponseFilter): Promise<ResponseRow[] | Failure> => {
  const { sql, params } = responsePage({ ...filter, limit: filter.limit + 1 })
  const statement = `with page as materialized (${sql}) ${responseRowSelect}`
  return readWithin(limitMs, async (client) => (await client.query<ResponseRow>(statement, params)).rows)
}
