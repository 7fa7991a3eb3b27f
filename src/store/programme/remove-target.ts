import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { tellChat, tellWebhook } from './read-targets'
import { recordChange } from './record-change'
import { readRules } from './save-rule'
import { endWaitingFor, kindOf } from './save-target'
import { Refused, type Scope } from './transaction'

/**
 * Takes away a webhook or a chat that no rule names. Its deliveries stay to be looked at; its secrets go, and nothing is sent there any more.
 */
export const removeTarget =
  (channel: TargetChannel) =>
  async (scope: Scope, key: string): Promise<boolean> => {
    const { db, organizationId } = scope
    const row = await db.target.findFirst({ where: { organizationId, channel, key, removedAt: null } })
    if (!row) return false
    const naming = (await readRules(scope)).filter(({ rule }) => rule.notify.some(({ to }) => to === `${channel}:${key}`))
    if (naming.length > 0)
      throw new Refused(
        naming.map((rule) => ({
          path: `alertRules.${rule.key}.notify`,
          message: `names ${channel}:${key}; take it out there first`,
        })),
      )
    await db.target.update({
      where: { organizationId_id: { organizationId, id: row.id } },
      data: { removedAt: new Date(), url: '', address: null, secret: null, formerSecret: null, formerUntil: null },
    })
    await endWaitingFor(scope, row.id, 'The target was taken away.')
    const before = channel === 'webhook' ? tellWebhook(row) : tellChat(row)
    await recordChange(scope, { kind: kindOf(channel), key, before, after: undefined })
    return true
  }
