import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponsePageFilter, responsePage } from './response-page'

export type ResponsePlace = { id: string; submittedAt: Date }

const limitMs = 8_000

/** As a list finds them, newest first, by name alone; `too_slow` where finding them takes too long. */
export const listResponseIds = async (filter: ResponsePageFilter): Promise<ResponsePlace[] | Failure> => {
  const { sql, params } = responsePage(filter)
  return readWithin(
    limitMs,
    async (client) =>
      (
        await client.query<ResponsePlace>(
          `select p.id, p.submitted_at as "submittedAt" from (${sql}) p order by p.submitted_at desc, p.id desc`,
          params,
        )
      ).rows,
  )
}
