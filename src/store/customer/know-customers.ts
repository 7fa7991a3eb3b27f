import { v7 as uuidV7 } from 'uuid'
import { pool } from '../connection'

/** The ids of customers by external id; those who weren't there are from now on, with nothing known of them. Changes nobody. */
export const knowCustomers = async (organizationId: string, externalIds: readonly string[]): Promise<Map<string, string>> => {
  const distinct = [...new Set(externalIds)]
  await pool().query(
    `insert into customers (organization_id, id, external_id, updated_at)
     select $1, new.id, new.external_id, now() from unnest($2::uuid[], $3::text[]) as new(id, external_id)
      where not exists (select 1 from customers c where c.organization_id = $1 and c.external_id = new.external_id)
      order by new.external_id collate "C"
     on conflict (organization_id, external_id) do nothing`,
    [organizationId, distinct.map(() => uuidV7()), distinct],
  )
  const { rows } = await pool().query<{ id: string; external_id: string }>(
    'select id, external_id from customers where organization_id = $1 and external_id = any($2)',
    [organizationId, distinct],
  )
  return new Map(rows.map((row) => [row.external_id, row.id]))
}
