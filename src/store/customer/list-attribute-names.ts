import { pool } from '../connection'

/** What is known of customers: the attributes of those who came last, by name. */
export const listAttributeNames = async (organizationId: string): Promise<string[]> => {
  const { rows } = await pool().query<{ name: string }>(
    `select distinct jsonb_object_keys(attributes) as name
       from (select attributes from customers where organization_id = $1 order by id desc limit 500) as latest order by name limit 100`,
    [organizationId],
  )
  return rows.map(({ name }) => name)
}
