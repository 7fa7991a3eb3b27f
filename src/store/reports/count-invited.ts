import type { Narrowing } from '@/domain/analysis/narrowing'
import { pool } from '../connection'

export type Invited = { sent: number; completed: number }
type InvitedFilter = Omit<Narrowing, 'where'> & { organizationId: string; from: Date; before: Date }

/** Invitations that were sent in a time, and how many of them were answered to the end by now. */
export const countInvited = async (filter: InvitedFilter): Promise<Invited> => {
  const { organizationId, from, before, survey, touchpoint, journey, channel, locale } = filter
  const { rows } = await pool().query<Invited>(
    `select count(*)::int as sent, count(i.completed_at)::int as completed
       from invitations i
      where i.organization_id = $1 and i.sent_at >= $2 and i.sent_at < $3
        and ($4::text is null or i.survey_id = (select s.id from surveys s where s.organization_id = $1 and s.key = $4))
        and ($5::text is null or i.survey_id = any(array(
          select s.id from surveys s join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
           where s.organization_id = $1 and t.key = $5)))
        and ($6::text is null or i.survey_id = any(array(
          select s.id from surveys s join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
            join stages g on g.organization_id = t.organization_id and g.id = t.stage_id
            join journeys j on j.organization_id = g.organization_id and j.id = g.journey_id
           where s.organization_id = $1 and j.key = $6)))
        and ($7::text is null or i.channel = $7) and ($8::text is null or i.locale = $8)`,
    [organizationId, from, before, survey ?? null, touchpoint ?? null, journey ?? null, channel ?? null, locale ?? null],
  )
  return rows[0] ?? { sent: 0, completed: 0 }
}
