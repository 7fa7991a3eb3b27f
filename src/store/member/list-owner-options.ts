import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** Whom a case can be given to: `value` is what the assign step takes, a member's address or a team's key. */
export type OwnerOption = { value: string; name: Localized; isTeam: boolean }

export const listOwnerOptions = async (organizationId: string): Promise<OwnerOption[]> => {
  const { rows } = await pool().query<OwnerOption>(
    `select u.email as value, to_jsonb(m.name) as name, false as "isTeam", m.name as position
       from members m join users u on u.id = m.user_id where m.organization_id = $1 and m.is_active and m.role <> 'viewer'
      union all
     select key, name, true, key from teams where organization_id = $1
      order by 3, 4 limit 500`,
    [organizationId],
  )
  return rows.map(({ value, name, isTeam }) => ({ value, name, isTeam }))
}
