import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export const listTouchpointNames = async (organizationId: string): Promise<{ key: string; name: Localized }[]> => {
  const { rows } = await pool().query<{ key: string; name: Localized }>(
    `select t.key, t.name from touchpoints t join stages s on s.organization_id = t.organization_id and s.id = t.stage_id
      where t.organization_id = $1 order by s.position, t.created_at, t.key limit 500`,
    [organizationId],
  )
  return rows
}
