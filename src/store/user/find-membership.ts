import { pool } from '../connection'

/** The organization in which a user's session starts: the first that took them in. */
export const findMembership = async (userId: string): Promise<{ organizationId: string; role: string } | null> => {
  const { rows } = await pool().query<{ organizationId: string; role: string }>(
    `select organization_id as "organizationId", role from members where user_id = $1 and is_active order by created_at, id limit 1`,
    [userId],
  )
  return rows[0] ?? null
}
