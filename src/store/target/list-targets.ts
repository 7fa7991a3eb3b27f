import type { ChatApp, DisabledReason, TargetChannel, WebhookEvent } from '@/domain/delivery/target-kinds'
import type { Localized } from '@/domain/localized'
import { pool } from '../connection'
import { openReach, type StoredReach, storedReach } from './target-secrets'

/** A webhook or a chat for people to look at: no secret in it, and of a chat's address only the host. */
export type TargetView = {
  id: string
  channel: TargetChannel
  key: string
  name: Localized | null
  /** of a chat its origin alone */
  url: string
  app: ChatApp | null
  events: WebhookEvent[]
  locale: string | null
  /** whether its messages carry what people wrote */
  words: boolean
  hasSecret: boolean
  /** false: its secret or address can't be read with this installation's key, and its messages wait */
  isReadable: boolean
  /** until when the secret before signs along */
  formerUntil: Date | null
  disabledAt: Date | null
  disabledReason: DisabledReason | null
  createdAt: Date
  /** rules that name it */
  rules: { key: string; name: Localized }[]
  waiting: number
  last: { id: string; status: string; at: string } | null
}

/** Those that are there, oldest first; with a channel and a key that one. */
export const listTargets = async (
  organizationId: string,
  { channel, key, limit = 500 }: { channel?: TargetChannel; key?: string; limit?: number } = {},
): Promise<TargetView[]> => {
  const { rows } = await pool().query<Omit<TargetView, 'isReadable'> & { stored: StoredReach }>(
    `select t.id, t.channel, t.key, t.name, case t.channel when 'chat' then substring(t.url from '^[a-z]+://[^/?#]+') else t.url end as url,
            t.app, t.events, t.locale, t.words, t.secret is not null as "hasSecret",
            ${storedReach} as stored,
            case when t.former_until > now() then t.former_until end as "formerUntil", t.disabled_at as "disabledAt",
            t.disabled_reason as "disabledReason", t.created_at as "createdAt",
            (select coalesce(json_agg(json_build_object('key', r.key, 'name', r.definition->'name') order by r.created_at), '[]')
               from alert_rules r where r.organization_id = t.organization_id and r.deleted_at is null
                and r.definition->'notify' @> jsonb_build_array(jsonb_build_object('to', t.channel || ':' || t.key))) as rules,
            (select count(*)::int from (select 1 from deliveries d where d.organization_id = t.organization_id and d.target_id = t.id
                and d.holds_line and d.status in ('pending', 'sending', 'retrying') limit 1000) as line) as waiting,
            (select json_build_object('id', d.id, 'status', d.status, 'at', d.created_at) from deliveries d
              where d.organization_id = t.organization_id and d.target_id = t.id order by d.created_at desc, d.id desc limit 1) as last
       from targets t
      where t.organization_id = $1 and t.removed_at is null and ($2::text is null or t.channel = $2) and ($3::text is null or t.key = $3)
      order by t.created_at, t.key limit $4`,
    [organizationId, channel ?? null, key ?? null, limit],
  )
  return rows.map(({ stored, ...row }) => ({
    ...row,
    isReadable: !('unreadable' in openReach({ organizationId, id: row.id }, stored)),
  }))
}
