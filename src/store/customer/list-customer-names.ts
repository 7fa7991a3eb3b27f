import { pool } from '../connection'

/** What some customers are called, by their ids: their name, or how they are known. */
export const listCustomerNames = async (organizationId: string, ids: readonly string[]): Promise<Map<string, string | null>> => {
  const { rows } = await pool().query<{ id: string; name: string | null }>(
    `select id, coalesce(name, external_id, email) as name from customers where organization_id = $1 and id = any($2::uuid[]) limit 1000`,
    [organizationId, ids],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
