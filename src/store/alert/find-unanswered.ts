import { pool } from '../connection'

/** An invitation that nobody has answered, and to whom it went. */
export type Unanswered = {
  id: string
  sentAt: Date
  customerId: string
  touchpointId: string
  touchpointKey: string
  customer: Record<string, unknown>
}

type Asked = {
  organizationId: string
  ruleId: string
  touchpoints: 'all' | readonly string[]
  days: number
  /** nothing whose days were over before */
  since: Date
  limit: number
  /** the last of those that were read before */
  after: Pick<Unanswered, 'sentAt' | 'id'> | undefined
}

/** So long after its days are over an invitation is still looked at: a worker may have been away. */
const lateDays = 7

/** Invitations whose days are over without a completed answer, that the rule hasn't told of; oldest first. */
export const findUnanswered = async (asked: Asked): Promise<Unanswered[]> => {
  const { rows } = await pool().query<Unanswered>(
    `select i.id, i.sent_at as "sentAt", i.customer_id as "customerId", t.id as "touchpointId", t.key as "touchpointKey",
            c.attributes || jsonb_strip_nulls(jsonb_build_object('externalId', c.external_id, 'email', c.email, 'name', c.name,
              'locale', c.locale, 'value', c.value)) as customer
       from invitations i
       join surveys s on s.organization_id = i.organization_id and s.id = i.survey_id
       join touchpoints t on t.organization_id = s.organization_id and t.id = s.touchpoint_id
       join customers c on c.organization_id = i.organization_id and c.id = i.customer_id
      where i.organization_id = $1 and i.state in ('sent', 'opened', 'started', 'expired')
        and i.sent_at <= now() - make_interval(days => $2) and i.sent_at > now() - make_interval(days => $2 + ${lateDays})
        and i.sent_at + make_interval(days => $2) > $3
        and ($4::text[] is null or t.key = any($4))
        and not exists (select 1 from alerts a where a.organization_id = i.organization_id and a.rule_id = $5
          and a.subject_base = 'invitation:' || i.id)
        and ($7::timestamptz is null or (i.sent_at, i.id) > ($7, $8::uuid))
      order by i.sent_at, i.id limit $6`,
    [
      asked.organizationId,
      asked.days,
      asked.since,
      asked.touchpoints === 'all' ? null : asked.touchpoints,
      asked.ruleId,
      asked.limit,
      asked.after?.sentAt ?? null,
      asked.after?.id ?? null,
    ],
  )
  return rows
}
