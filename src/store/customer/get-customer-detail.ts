import { pool } from '../connection'
import { type CustomerRecord, customerColumns } from './customer-record'
import { type CustomerRow, customerRowColumns } from './customer-row'

export type CustomerDetail = CustomerRecord & CustomerRow

/** One customer with all that their own row says. */
export const getCustomerDetail = async (organizationId: string, id: string): Promise<CustomerDetail | undefined> => {
  const { rows } = await pool().query<CustomerDetail>(
    `select ${customerRowColumns}, ${customerColumns} from customers c where c.organization_id = $1 and c.id = $2`,
    [organizationId, id],
  )
  return rows[0]
}
