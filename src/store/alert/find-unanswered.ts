import type { SentInvitation } from '@/domain/alert/judge-counts'
import { pool } from '../connection'

type Asked = {
  organizationId: string
  touchpoints: 'all' | readonly string[]
  /** only what had no completed answer for so many days after it was sent */
  days: number
  /** sent after, and until then */
  from: Date
  until: Date
  /** without those that this rule has told of */
  untoldBy?: string
  limit: number
  /** the last of those that were read before */
  after: Pick<SentInvitation, 'sentAt' | 'id'> | undefined
}

/** Invitations of a span that nobody answered within some days; oldest first. */
export const findUnanswered = async (asked: Asked): Promise<SentInvitation[]> => {
  const { rows } = await pool().query<SentInvitation>(
    `select i.id, i.sent_at as "sentAt", i.completed_at as "completedAt",
            case when i.state in ('expired', 'completed') then null else i.ended_at end as "stoppedAt",
            i.customer_id as "customerId", t.id as "touchpointId", t.key as "touchpointKey",
            c.attributes || jsonb_strip_nulls(jsonb_build_object('externalId', c.external_id, 'email', c.email, 'name', c.name,
              'locale', c.locale, 'value', c.value)) as customer
       from invitations i
       join surveys s on s.organization_id = i.organization_id and s.id = i.survey_id
       join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
       join customers c on c.organization_id = i.organization_id and c.id = i.customer_id
      where i.organization_id = $1 and i.sent_at > $2 and i.sent_at <= $3
        and (i.completed_at is null or i.completed_at > i.sent_at + make_interval(hours => 24 * $4))
        and ($5::text[] is null or t.key = any($5))
        and ($6::uuid is null or not exists (select 1 from alerts a where a.organization_id = i.organization_id and a.rule_id = $6
          and a.subject_base = 'invitation:' || i.id))
        and ($8::timestamptz is null or (i.sent_at, i.id) > ($8, $9::uuid))
      order by i.sent_at, i.id limit $7`,
    [
      asked.organizationId,
      asked.from,
      asked.until,
      asked.days,
      asked.touchpoints === 'all' ? null : asked.touchpoints,
      asked.untoldBy ?? null,
      asked.limit,
      asked.after?.sentAt ?? null,
      asked.after?.id ?? null,
    ],
  )
  return rows
}
