import { pool } from '../connection'

export const countOpenCases = async (organizationId: string): Promise<number> => {
  const { rows } = await pool().query<{ count: number }>(
    `select count(*)::int as count from cases where organization_id = $1 and status in ('open', 'acknowledged', 'in_progress', 'waiting')`,
    [organizationId],
  )
  return rows[0]?.count ?? 0
}
