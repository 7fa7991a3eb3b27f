import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** What rules can name beside people, as `webhook:KEY` or `chat:KEY`. */
export const listTargetNames = async (organizationId: string): Promise<{ to: string; name: Localized }[]> => {
  const { rows } = await pool().query<{ to: string; name: Localized }>(
    `select channel || ':' || key as "to", coalesce(name, to_jsonb(key)) as name from targets
      where organization_id = $1 and removed_at is null order by channel desc, created_at, key limit 500`,
    [organizationId],
  )
  return rows
}
