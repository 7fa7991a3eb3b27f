import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** For the pickers: archived touchpoints are left out. */
export const listTouchpointNames = async (organizationId: string): Promise<{ key: string; name: Localized }[]> => {
  const { rows } = await pool().query<{ key: string; name: Localized }>(
    `select t.key, t.name from touchpoints t join stages s on s.organization_id = t.organization_id and s.id = t.stage_id
      where t.organization_id = $1 and t.archived_at is null
      order by s.position, t.position nulls last, t.created_at, t.key limit 500`,
    [organizationId],
  )
  return rows
}
