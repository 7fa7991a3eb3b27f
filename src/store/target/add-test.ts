import { v7 as uuidV7 } from 'uuid'
import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { withTransaction } from '../connection'

type Test = { organizationId: string; channel: TargetChannel; key: string; locale: string; limit: number }

/**
 * Writes down that a test is to be sent to a webhook or a chat, beside its line and also where it is switched off. Undefined where
 * there is none such, null if `limit` were asked for in the last hour; two at once wait for one another.
 */
export const addTest = ({ organizationId, channel, key, locale, limit }: Test): Promise<string | null | undefined> =>
  withTransaction(async (client) => {
    const { rows } = await client.query<{ id: string; locale: string | null }>(
      `select id, locale from targets where organization_id = $1 and channel = $2 and key = $3 and removed_at is null for no key update`,
      [organizationId, channel, key],
    )
    const [target] = rows
    if (!target) return undefined
    const id = uuidV7()
    const { rowCount } = await client.query(
      `insert into deliveries (organization_id, id, key, kind, channel, recipient, locale, target_id, status, next_attempt_at)
       select $1, $2, $3, 'target_test', $4, $5, $6, $7, 'pending', now()
        where (select count(*) from deliveries where organization_id = $1 and target_id = $7 and kind = 'target_test'
                  and created_at > now() - interval '1 hour') < $8`,
      [organizationId, id, `target_test:${id}`, channel, `${channel}:${key}`, target.locale ?? locale, target.id, limit],
    )
    return rowCount === 1 ? id : null
  })
