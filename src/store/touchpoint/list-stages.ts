import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export type StageRow = { journeyKey: string; journeyName: Localized; key: string; name: Localized; phase: string }

/** Every stage of every journey, in order. */
export const listStages = async (organizationId: string): Promise<StageRow[]> => {
  const { rows } = await pool().query<StageRow>(
    `select j.key as "journeyKey", j.name as "journeyName", s.key, s.name, s.phase
       from journeys j join stages s on s.organization_id = j.organization_id and s.journey_id = j.id
      where j.organization_id = $1 order by j.created_at, j.key, s.position limit 2000`,
    [organizationId],
  )
  return rows
}
