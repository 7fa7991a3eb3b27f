import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export const listJourneyNames = async (organizationId: string): Promise<{ key: string; name: Localized }[]> => {
  const { rows } = await pool().query<{ key: string; name: Localized }>(
    'select key, name from journeys where organization_id = $1 order by created_at, key limit 100',
    [organizationId],
  )
  return rows
}
