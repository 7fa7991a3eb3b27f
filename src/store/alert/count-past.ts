import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'

type Asked = { organizationId: string; touchpoints: 'all' | readonly string[]; from: Date; before: Date; timeZone: string }
type DayCount = { day: string; n: number }

const limitMs = 15_000
const keysOf = ({ touchpoints }: Asked) => (touchpoints === 'all' ? null : touchpoints)

/** How many scored answers there were on each day of a span. */
export const countPastResponses = (asked: Asked): Promise<DayCount[] | Failure> =>
  readWithin(limitMs, async (client) => {
    const { rows } = await client.query<DayCount>(
      `select to_char(r.submitted_at at time zone $4, 'YYYY-MM-DD') as day, count(*)::int as n from responses r
        where r.organization_id = $1 and r.submitted_at >= $2 and r.submitted_at < $3 and r.scored_revision > 0
          and ($5::text[] is null or r.touchpoint_id = any(array(select id from touchpoints where organization_id = $1 and key = any($5))))
        group by 1 limit 1000`,
      [asked.organizationId, asked.from, asked.before, asked.timeZone, keysOf(asked)],
    )
    return rows
  })

/** How many invitations' days were over on each day of a span, answered or not. */
export const countPastInvitations = (asked: Asked, days: number): Promise<DayCount[] | Failure> =>
  readWithin(limitMs, async (client) => {
    const { rows } = await client.query<DayCount>(
      `select to_char((i.sent_at + make_interval(hours => 24 * $6)) at time zone $4, 'YYYY-MM-DD') as day, count(*)::int as n
         from invitations i
         join surveys s on s.organization_id = i.organization_id and s.id = i.survey_id
        where i.organization_id = $1 and i.sent_at > $2::timestamptz - make_interval(hours => 24 * $6)
          and i.sent_at <= $3::timestamptz - make_interval(hours => 24 * $6)
          and ($5::text[] is null or s.touchpoint_id = any(array(select id from touchpoints where organization_id = $1 and key = any($5))))
        group by 1 limit 1000`,
      [asked.organizationId, asked.from, asked.before, asked.timeZone, keysOf(asked), days],
    )
    return rows
  })
