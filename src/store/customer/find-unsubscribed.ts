import { pool } from '../connection'

/** Which of these customers don't want to be asked. */
export const findUnsubscribed = async (organizationId: string, customerIds: readonly string[]): Promise<Set<string>> => {
  const { rows } = await pool().query<{ id: string }>(
    'select id from customers where organization_id = $1 and id = any($2) and unsubscribed_at is not null',
    [organizationId, customerIds],
  )
  return new Set(rows.map(({ id }) => id))
}
