import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export type Mute = {
  id: string
  /** null where the rule is silent everywhere */
  touchpoint: { key: string; name: Localized } | null
  reason: string
  until: Date
  by: string
  createdAt: Date
}

type NewMute = {
  organizationId: string
  id: string
  rule: string
  touchpoint: string | null
  reason: string
  until: Date
  by: string
}

const columns = `mu.id, case when t.id is null then null else json_build_object('key', t.key, 'name', t.name) end as touchpoint,
  mu.reason, mu.until, mu.by, mu.created_at as "createdAt"`

/** Mutes a rule; false where there is no such rule or touchpoint. */
export const addMute = async ({ organizationId, id, rule, touchpoint, reason, until, by }: NewMute): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `insert into alert_mutes (organization_id, id, rule_id, touchpoint_id, reason, until, by)
     select $1, $2, ar.id, t.id, $5, $6, $7 from alert_rules ar
       left join touchpoints t on t.organization_id = $1 and t.key = $4
      where ar.organization_id = $1 and ar.key = $3 and ar.deleted_at is null and ($4::text is null or t.id is not null)`,
    [organizationId, id, rule, touchpoint, reason, until, by],
  )
  return rowCount === 1
}

/** What a rule's mutes are at the moment, the one that ends last first. */
export const listMutes = async (organizationId: string, rule: string): Promise<Mute[]> => {
  const { rows } = await pool().query<Mute>(
    `select ${columns} from alert_rules ar
       join alert_mutes mu on mu.organization_id = ar.organization_id and mu.rule_id = ar.id
       left join touchpoints t on t.organization_id = mu.organization_id and t.id = mu.touchpoint_id
      where ar.organization_id = $1 and ar.key = $2 and mu.until > now() and mu.ended_at is null
      order by mu.until desc, mu.id limit 100`,
    [organizationId, rule],
  )
  return rows
}

/** Ends a mute before its time; false where there is none that lasts. */
export const closeMute = async (organizationId: string, rule: string, id: string, by: string): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update alert_mutes mu set ended_at = now(), ended_by = $4 from alert_rules ar
      where mu.organization_id = $1 and mu.id = $3 and mu.ended_at is null and mu.until > now()
        and ar.organization_id = $1 and ar.id = mu.rule_id and ar.key = $2`,
    [organizationId, rule, id, by],
  )
  return rowCount === 1
}
