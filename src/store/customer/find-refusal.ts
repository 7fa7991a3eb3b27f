import { pool } from '../connection'

/** Whether a customer is there, when they refused to be asked, and the language they read. */
export const findRefusal = async (
  organizationId: string,
  customerId: string,
): Promise<{ unsubscribedAt: Date | null; locale: string | null } | undefined> => {
  const { rows } = await pool().query<{ unsubscribedAt: Date | null; locale: string | null }>(
    'select unsubscribed_at as "unsubscribedAt", locale from customers where organization_id = $1 and id = $2',
    [organizationId, customerId],
  )
  return rows[0]
}
