import type { Failure } from '@/domain/errors'
import { surveysWithFew } from '../anonymity/read-shown-page'
import { readWithin } from '../read-within'
import { type ExportFilter, foundStatement } from './found-statement'

/** How many responses fit; `too_slow` where counting them takes longer than `milliseconds`. */
export const countFound = async (filter: ExportFilter, milliseconds: number): Promise<number | Failure> =>
  readWithin(milliseconds, async (client) => {
    const { sql, params } = foundStatement({ ...filter, without: await surveysWithFew(client, filter) }, 'count(*)::int as count')
    return (await client.query<{ count: number }>(sql, params)).rows[0]?.count ?? 0
  })
