import { pool } from '../connection'
import { openColumn } from './target-secrets'

/** What a webhook is signed with, for whoever has just made it. */
export const readWebhookSecret = async (organizationId: string, key: string): Promise<string | null> => {
  const { rows } = await pool().query<{ id: string; secret: string | null }>(
    `select id, secret from targets where organization_id = $1 and channel = 'webhook' and key = $2 and removed_at is null`,
    [organizationId, key],
  )
  const [row] = rows
  if (!row) return null
  const opened = openColumn({ organizationId, id: row.id }, 'secret', row.secret)
  if ('unreadable' in opened) throw new Error(`the secret that was just made for webhook ${key} can’t be read`)
  return opened.text
}
