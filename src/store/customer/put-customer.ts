import { v7 as uuidV7 } from 'uuid'
import type { CustomerBody } from '@/domain/customer/schema'
import { pool } from '../connection'
import { type CustomerRecord, customerColumns } from './customer-record'

/** Sets a customer to what is given: what isn't, attributes too, is taken away. A refusal to be asked stays. */
export const putCustomer = async (
  organizationId: string,
  externalId: string,
  body: CustomerBody,
): Promise<{ isNew: boolean; stored: CustomerRecord }> => {
  const { rows } = await pool().query<CustomerRecord & { isNew: boolean }>(
    `insert into customers as c (organization_id, id, external_id, email, phone, name, locale, value, attributes, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())
     on conflict (organization_id, external_id) do update set email = excluded.email, phone = excluded.phone, name = excluded.name,
       locale = excluded.locale, value = excluded.value, attributes = excluded.attributes, updated_at = now()
     returning xmax = 0 as "isNew", ${customerColumns}`,
    [
      organizationId,
      uuidV7(),
      externalId,
      body.email ?? null,
      body.phone ?? null,
      body.name ?? null,
      body.locale ?? null,
      body.value ?? null,
      JSON.stringify(body.attributes ?? {}),
    ],
  )
  const [row] = rows
  if (!row) throw new Error('an upsert answered no row')
  const { isNew, ...stored } = row
  return { isNew, stored }
}
