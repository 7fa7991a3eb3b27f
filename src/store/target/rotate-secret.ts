import { tellWebhook } from '../programme/read-targets'
import { recordChange } from '../programme/record-change'
import { newSecret, rotated } from '../programme/target-secrets'
import type { Scope } from '../programme/transaction'

/** Gives a webhook another secret; both sign for some hours. Undefined where there is no such webhook. */
export const rotateSecret = async (
  scope: Scope,
  key: string,
  { secret = newSecret(), overlapHours }: { secret?: string | undefined; overlapHours: number },
): Promise<{ secret: string; formerUntil: Date | null } | undefined> => {
  const { db, organizationId } = scope
  const row = await db.target.findFirst({ where: { organizationId, channel: 'webhook', key, removedAt: null } })
  if (!row) return undefined
  const secrets = rotated(row, row, secret, overlapHours)
  await db.target.update({ where: { organizationId_id: { organizationId, id: row.id } }, data: secrets })
  const told = tellWebhook(row)
  await recordChange(scope, { kind: 'webhooks', key, before: told, after: { ...told, secret: 'changed' } })
  return { secret, formerUntil: secrets.formerUntil }
}
