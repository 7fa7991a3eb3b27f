import type { Rule } from '@/domain/alert/rule'
import { pool } from '../connection'

/** A rule as the engine uses it. */
export type StoredRule = Rule & { id: string; key: string; version: number }

/** The enabled rules of an organization that are about answers, oldest first. */
export const loadRules = async (organizationId: string): Promise<StoredRule[]> => {
  const { rows } = await pool().query<{ id: string; key: string; version: number; definition: Rule }>(
    `select id, key, version, definition from alert_rules
      where organization_id = $1 and is_enabled and deleted_at is null and not definition ? 'about' order by created_at, id`,
    [organizationId],
  )
  return rows.map(({ id, key, version, definition }) => ({ ...definition, id, key, version }))
}

/** One rule, enabled or not. */
export const loadRule = async (organizationId: string, key: string): Promise<StoredRule | undefined> => {
  const { rows } = await pool().query<{ id: string; version: number; definition: Rule }>(
    'select id, version, definition from alert_rules where organization_id = $1 and key = $2 and deleted_at is null',
    [organizationId, key],
  )
  const [row] = rows
  return row && { ...row.definition, id: row.id, key, version: row.version }
}
