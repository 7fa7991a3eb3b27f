import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type ResponseRow, readResponseRows } from './response-row'
import { type ResponseNarrowing, responseWhere } from './response-where'

export type ResponseFilter = ResponseNarrowing & {
  limit: number
  /** the last row of the page before */
  after?: { submittedAt: Date; id: string } | undefined
}

const limitMs = 5_000

/** Newest first, one more than `limit` where there is a next page; `too_slow` where finding them takes too long. */
export const listResponseRows = async ({ limit, after, ...narrowing }: ResponseFilter): Promise<ResponseRow[] | Failure> => {
  const { sql, params } = responseWhere(narrowing)
  const first = params.length + 1
  const statement = `select r.organization_id, r.id, r.submitted_at, r.status, r.survey_id, r.touchpoint_id, r.customer_id, r.channel
      from responses r
     where ${sql}${after ? ` and (r.submitted_at, r.id) < ($${first + 1}::timestamptz, $${first + 2}::uuid)` : ''}
     order by r.submitted_at desc, r.id desc limit $${first}`
  const values = [...params, limit + 1, ...(after ? [after.submittedAt, after.id] : [])]
  return readWithin(limitMs, async (client) => readResponseRows(client, (await client.query(statement, values)).rows))
}
