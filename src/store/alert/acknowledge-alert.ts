import { withTransaction } from '../connection'

/**
 * Acknowledges an alert that no case carries, and the response it is about. Answers whether it was this call that did it: an
 * alert is acknowledged once.
 */
export const acknowledgeAlert = (organizationId: string, alertId: string, by: string): Promise<boolean> =>
  withTransaction(async (client) => {
    const { rows } = await client.query<{ response_id: string | null; acknowledged_at: Date }>(
      `update alerts set status = 'acknowledged', acknowledged_at = clock_timestamp(), acknowledged_by = $3
        where organization_id = $1 and id = $2 and status = 'raised' and case_id is null
        returning response_id, acknowledged_at`,
      [organizationId, alertId, by],
    )
    const [alert] = rows
    if (!alert) return false
    await client.query(
      'update responses set acknowledged_at = $3 where organization_id = $1 and id = $2 and acknowledged_at is null',
      [organizationId, alert.response_id, alert.acknowledged_at],
    )
    return true
  })
