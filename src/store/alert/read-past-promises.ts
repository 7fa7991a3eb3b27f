import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { isTrouble } from './count-promises'

const limitMs = 15_000

type Span = { organizationId: string; from: Date; until: Date }

/** A case of a span, and when it ran out, if it did. */
export type PastCase = { touchpointId: string; openedAt: Date; ranOutAt: Date | null }

/** Cases that were opened in a span; `too_slow` where that takes too long to read. */
export const readPastCases = (
  { organizationId, from, until }: Span,
  touchpoints: 'all' | readonly string[],
): Promise<PastCase[] | Failure> =>
  readWithin(limitMs, async (client) => {
    const { rows } = await client.query<PastCase>(
      `select c.touchpoint_id as "touchpointId", c.opened_at as "openedAt", e.at as "ranOutAt"
         from cases c
         left join lateral (select min(e.at) as at from case_events e
           where e.organization_id = c.organization_id and e.case_id = c.id and e.type = 'run_out') as e on true
        where c.organization_id = $1 and c.opened_at > $2 and c.opened_at <= $3
          and ($4::text[] is null or c.touchpoint_id = any(array(select id from touchpoints where organization_id = $1 and key = any($4))))
        order by c.opened_at limit 1000000`,
      [organizationId, from, until, touchpoints === 'all' ? null : touchpoints],
    )
    return rows
  })

/** A message that could not be delivered: when it was written, and when it was given up. */
export type PastDeath = { createdAt: Date; diedAt: Date }

/** Messages of a span that can't be delivered; what was sent again since and arrived isn't among them. */
export const readPastDeaths = ({ organizationId, from, until }: Span): Promise<PastDeath[] | Failure> =>
  readWithin(limitMs, async (client) => {
    const { rows } = await client.query<PastDeath>(
      `select d.created_at as "createdAt", coalesce(a.at, d.created_at) as "diedAt"
         from deliveries d
         left join lateral (select max(a.at) as at from delivery_attempts a
           where a.organization_id = d.organization_id and a.delivery_id = d.id) as a on true
        where d.organization_id = $1 and d.status = 'dead' and d.created_at > $2 and d.created_at <= $3 and ${isTrouble}
        order by d.created_at limit 1000000`,
      [organizationId, from, until],
    )
    return rows
  })
