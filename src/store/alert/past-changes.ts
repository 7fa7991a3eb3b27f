import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** How many answers given since an instant were deleted. */
export const countDeletedSince = async (organizationId: string, since: Date): Promise<number> => {
  const { rows } = await pool().query<{ n: number }>(
    `select count(*)::int as n from deleted_responses where organization_id = $1 and submitted_at >= $2`,
    [organizationId, since],
  )
  return rows[0]?.n ?? 0
}

/** Touchpoints whose standard was changed since an instant, by name. */
export const listChangedStandards = async (
  organizationId: string,
  touchpoints: 'all' | readonly string[],
  since: Date,
): Promise<{ key: string; name: Localized }[]> => {
  const { rows } = await pool().query<{ key: string; name: Localized }>(
    `select t.key, t.name from touchpoints t
      where t.organization_id = $1 and t.archived_at is null and ($2::text[] is null or t.key = any($2))
        and exists (select 1 from programme_changes c where c.organization_id = t.organization_id and c.kind = 'touchpoints' and c.key = t.key
          and c.at >= $3 and c.before is not null
          and (c.before -> 'standard' -> 'metric', c.before -> 'standard' -> 'target')
            is distinct from (c.after -> 'standard' -> 'metric', c.after -> 'standard' -> 'target'))
      order by t.key limit 500`,
    [organizationId, touchpoints === 'all' ? null : touchpoints, since],
  )
  return rows
}
