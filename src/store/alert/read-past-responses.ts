import type { PastResponse } from '@/domain/alert/back-test'
import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type FactsRow, factColumns, factJoins, factsOfRow, type Lookup } from './scored-facts'

export type PastRange = {
  organizationId: string
  /** keys; every touchpoint where it is `all` */
  touchpoints: 'all' | readonly string[]
  from: Date
  before: Date
  timeZone: string
  /** what the rule asks about beside the responses themselves; the less, the faster */
  lookups: readonly Lookup[]
}

type Row = FactsRow & { id: string; at: Date; day: string; customer_id: string | null; touchpoint_id: string }

const pageLimitMs = 15_000

const statementOf = (lookups: readonly Lookup[]) => `
  select r.id, r.submitted_at as at, to_char(r.submitted_at at time zone $6, 'YYYY-MM-DD') as day, r.customer_id, r.touchpoint_id, ${factColumns(lookups)}
    from responses r ${factJoins}
   where r.organization_id = $1 and r.submitted_at < $2 and (r.submitted_at, r.id) > ($3::timestamptz, $4::uuid) and r.scored_revision > 0
     and ($5::text[] is null or r.touchpoint_id = any(array(select id from touchpoints where organization_id = $1 and key = any($5))))
   order by r.submitted_at, r.id limit $7`

const beforeAll = '00000000-0000-0000-0000-000000000000'

/**
 * The next scored responses of a range as rules ask about them, in the order in which they were given, from behind one of them.
 * `too_slow` where a page takes too long to read.
 */
export const readPastResponses = (
  { organizationId, touchpoints, from, before, timeZone, lookups }: PastRange,
  after: Pick<PastResponse, 'at' | 'id'> | undefined,
  limit: number,
): Promise<PastResponse[] | Failure> =>
  readWithin(pageLimitMs, async (client) => {
    // The nil id stands before every id of the first millisecond.
    const start = after ?? { at: from, id: beforeAll }
    const { rows } = await client.query<Row>(statementOf(lookups), [
      organizationId,
      before,
      start.at,
      start.id,
      touchpoints === 'all' ? null : touchpoints,
      timeZone,
      limit,
    ])
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      day: row.day,
      customerId: row.customer_id,
      touchpointId: row.touchpoint_id,
      facts: factsOfRow(row),
    }))
  })
