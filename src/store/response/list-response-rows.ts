import type { Failure } from '@/domain/errors'
import { readShownPage } from '../anonymity/read-shown-page'
import { readWithin } from '../read-within'
import type { ResponsePageFilter } from './response-page'
import { type ResponseRow, readResponseRows } from './response-row'

export type ResponseFilter = ResponsePageFilter

const limitMs = 5_000

/** Newest first, one more than `limit` where there is a next page; `too_slow` where finding them takes too long. `hidden`: see `ShownPage`. */
export const listResponseRows = async (
  filter: ResponseFilter,
): Promise<{ rows: ResponseRow[]; hidden: number | null } | Failure> =>
  readWithin(limitMs, async (client) => {
    const { rows, hidden } = await readShownPage(client, { ...filter, limit: filter.limit + 1 })
    return { rows: await readResponseRows(client, rows), hidden }
  })
