import { refusedColumn } from '../delivery/refused-address'

/** A customer as the machine door answers them. */
export type CustomerRecord = {
  externalId: string | null
  email: string | null
  phone: string | null
  name: string | null
  locale: string | null
  value: number | null
  attributes: Record<string, unknown>
  unsubscribedAt: Date | null
  /** their mail server wants nothing for this address, so no mail is sent there */
  mailRefused: { since: string; status: string | null; reason: string } | null
  createdAt: Date
  updatedAt: Date
}

/** The columns of a `CustomerRecord`, of a table named `c`. */
export const customerColumns = `
  c.external_id as "externalId", c.email, c.phone, c.name, c.locale, c.value, c.attributes, c.unsubscribed_at as "unsubscribedAt",
  ${refusedColumn('c.organization_id', 'c.email')} as "mailRefused",
  c.created_at as "createdAt", c.updated_at as "updatedAt"`
