import type pg from 'pg'
import { v7 as uuidV7 } from 'uuid'
import type { CustomerInput } from '@/domain/response/submission'
import { pool } from '../connection'

/** Several entries for one customer, as if they had come one after the other. */
const together = (customers: readonly CustomerInput[]): CustomerInput[] => {
  const known = new Map<string, CustomerInput>()
  for (const customer of customers) {
    const earlier = known.get(customer.externalId)
    known.set(customer.externalId, {
      ...earlier,
      ...customer,
      attributes: { ...earlier?.attributes, ...customer.attributes },
    })
  }
  return [...known.values()]
}

/**
 * Creates or updates customers by external id and answers their ids by it. What isn't given stays as it is; attributes are
 * merged. Rows are locked in the order that `refreshStanding` locks them in.
 */
export const saveCustomers = async (
  organizationId: string,
  customers: readonly CustomerInput[],
  client: pg.Pool | pg.PoolClient = pool(),
): Promise<Map<string, string>> => {
  const distinct = together(customers)
  if (distinct.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; external_id: string }>(
    `insert into customers as old (organization_id, id, external_id, email, phone, name, locale, value, attributes, updated_at)
     select $1, new.*, now() from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::jsonb[])
            as new(id, external_id, email, phone, name, locale, value, attributes) order by new.external_id collate "C"
     on conflict (organization_id, external_id) do update set
       email = coalesce(excluded.email, old.email), phone = coalesce(excluded.phone, old.phone), name = coalesce(excluded.name, old.name),
       locale = coalesce(excluded.locale, old.locale), value = coalesce(excluded.value, old.value),
       attributes = old.attributes || excluded.attributes, updated_at = now()
     returning id, external_id`,
    [
      organizationId,
      distinct.map(() => uuidV7()),
      distinct.map((customer) => customer.externalId),
      distinct.map((customer) => customer.email ?? null),
      distinct.map((customer) => customer.phone ?? null),
      distinct.map((customer) => customer.name ?? null),
      distinct.map((customer) => customer.locale ?? null),
      distinct.map((customer) => customer.value ?? null),
      distinct.map((customer) => JSON.stringify(customer.attributes ?? {})),
    ],
  )
  return new Map(rows.map((row) => [row.external_id, row.id]))
}
