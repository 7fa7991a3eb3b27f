import { pool } from '../connection'
import { drift } from './recount'

/** How many of an organization's rollups differ from their recount. */
export const countRollupDrift = async (organizationId: string): Promise<number> => {
  const { rows } = await pool().query<{ drift: number }>(drift('organization_id = $1'), [organizationId])
  return rows[0]?.drift ?? 0
}
