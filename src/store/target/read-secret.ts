import { pool } from '../connection'

/** What a webhook is signed with, for whoever has just made it. */
export const readWebhookSecret = async (organizationId: string, key: string): Promise<string | null> => {
  const { rows } = await pool().query<{ secret: string | null }>(
    `select secret from targets where organization_id = $1 and channel = 'webhook' and key = $2 and removed_at is null`,
    [organizationId, key],
  )
  return rows[0]?.secret ?? null
}
