import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import type { FoundResponse } from './response-page'
import { type ResponseRow, readResponseRows } from './response-row'

const limitMs = 5_000

/** Some responses as lists show them, newest first. */
export const listResponsesById = (organizationId: string, ids: readonly string[]): Promise<ResponseRow[] | Failure> =>
  readWithin(limitMs, async (client) => {
    const { rows } = await client.query<FoundResponse>(
      `select r.organization_id, r.id, r.status, r.survey_id, r.version, r.touchpoint_id, r.customer_id, r.channel, r.submitted_at, null::text as found
         from responses r where r.organization_id = $1 and r.id = any($2::uuid[])`,
      [organizationId, ids],
    )
    return readResponseRows(client, rows)
  })
