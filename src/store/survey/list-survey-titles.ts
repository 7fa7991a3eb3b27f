import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export const listSurveyTitles = async (organizationId: string): Promise<{ key: string; title: Localized }[]> => {
  const { rows } = await pool().query<{ key: string; title: Localized }>(
    `select key, draft->'title' as title from surveys where organization_id = $1 order by created_at, key limit 500`,
    [organizationId],
  )
  return rows
}
