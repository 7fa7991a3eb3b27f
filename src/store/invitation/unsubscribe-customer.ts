import { unansweredStates } from '@/domain/invitation/invitation'
import { withTransaction } from '../connection'

/**
 * Keeps a customer's wish not to be asked any more, and ends what they were asked and haven't begun. Answers false if there
 * is no such customer. The second time changes nothing.
 */
export const unsubscribeCustomer = (organizationId: string, customerId: string, at: Date): Promise<boolean> =>
  withTransaction(async (client) => {
    const { rowCount } = await client.query(
      'update customers set unsubscribed_at = coalesce(unsubscribed_at, $3) where organization_id = $1 and id = $2',
      [organizationId, customerId, at],
    )
    await client.query(
      `update invitations set state = 'unsubscribed', ended_at = $3 where organization_id = $1 and customer_id = $2 and state = any($4)`,
      [organizationId, customerId, at, unansweredStates],
    )
    return rowCount === 1
  })
