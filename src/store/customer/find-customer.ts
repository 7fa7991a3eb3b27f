import { pool } from '../connection'
import { type CustomerRecord, customerColumns } from './customer-record'

/** One customer by the id that the organization's own systems have for them. */
export const findCustomer = async (organizationId: string, externalId: string): Promise<CustomerRecord | undefined> => {
  const { rows } = await pool().query<CustomerRecord>(
    `select ${customerColumns} from customers c where c.organization_id = $1 and c.external_id = $2`,
    [organizationId, externalId],
  )
  return rows[0]
}
