import type { Finding } from '@/domain/alert/finding'
import type { Localized } from '@/domain/localized'
import type { Severity } from '@/domain/schemas'
import { pool } from '../connection'

export type AlertRow = {
  id: string
  ruleKey: string
  ruleName: Localized
  severity: Severity
  status: string
  raisedAt: Date
  acknowledgedAt: Date | null
  acknowledgedBy: string | null
  mutedReason: string | null
  /** raised afterwards, over an answer of before */
  isPast: boolean
  responseId: string | null
  customerName: string | null
  /** null where it is about the whole organization */
  touchpointName: Localized | null
  /** what was found, where it is about more than a response */
  finding: Finding | null
  /** leads to what was found */
  touchpointKey: string | null
  caseNumber: number | null
  deliveries: number
  undelivered: number
  /** over somebody's budget: told in their digest */
  isInDigest: boolean
}

export type AlertFilter = {
  organizationId: string
  limit: number
  status?: string | undefined
  severity?: string | undefined
  rule?: string | undefined
  touchpoint?: string | undefined
  after?: { raisedAt: Date; id: string } | undefined
}

/** Newest first, one more than `limit` where there is a next page. */
export const listAlertRows = async (filter: AlertFilter): Promise<AlertRow[]> => {
  const { rows } = await pool().query<AlertRow>(
    `with page as materialized (
       select a.* from alerts a
        where a.organization_id = $1
          and ($3::text is null or a.status = $3)
          and ($4::text is null or a.severity = $4)
          and ($5::text is null or a.rule_id = (select id from alert_rules where organization_id = $1 and key = $5))
          and ($6::text is null or a.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $6))
          and ($7::timestamptz is null or (a.raised_at, a.id) < ($7, $8::uuid))
        order by a.raised_at desc, a.id desc limit $2
     )
     select p.id, ar.key as "ruleKey", ar.definition->'name' as "ruleName", p.severity, p.status, p.raised_at as "raisedAt",
            p.acknowledged_at as "acknowledgedAt", p.acknowledged_by as "acknowledgedBy", p.muted_reason as "mutedReason", p.is_past as "isPast",
            p.response_id as "responseId", coalesce(c.name, c.external_id) as "customerName", t.name as "touchpointName",
            t.key as "touchpointKey", p.finding, k.number as "caseNumber",
            sent.deliveries, sent.undelivered,
            exists (select 1 from digest_alerts i where i.organization_id = p.organization_id and i.alert_id = p.id) as "isInDigest"
       from page p
       join alert_rules ar on ar.organization_id = p.organization_id and ar.id = p.rule_id
       left join touchpoints t on t.organization_id = p.organization_id and t.id = p.touchpoint_id
       left join customers c on c.organization_id = p.organization_id and c.id = p.customer_id
       left join cases k on k.organization_id = p.organization_id and k.id = p.case_id
       left join lateral (
         select count(*)::int as deliveries, count(*) filter (where status <> 'sent')::int as undelivered from (
           select d.status from deliveries d
            where d.organization_id = p.organization_id and d.response_id = p.response_id and d.alert_id = p.id
           union all
           select d.status from deliveries d
            where p.response_id is null and d.organization_id = p.organization_id and d.alert_id = p.id and d.response_id is null) as told
       ) as sent on true
      order by p.raised_at desc, p.id desc`,
    [
      filter.organizationId,
      filter.limit + 1,
      filter.status ?? null,
      filter.severity ?? null,
      filter.rule ?? null,
      filter.touchpoint ?? null,
      filter.after?.raisedAt ?? null,
      filter.after?.id ?? null,
    ],
  )
  return rows
}
