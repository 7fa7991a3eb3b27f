import { readTimeCursor, toPage, writeCursor } from '@/domain/cursor'
import { type DeliveryRow, listDeliveryRows } from '@/store/delivery/list-delivery-rows'

export const deliveryGroups = {
  waiting: ['pending', 'sending', 'retrying'],
  dead: ['dead'],
  suppressed: ['suppressed'],
  sent: ['sent'],
} as const
export type DeliveryGroup = keyof typeof deliveryGroups

type DeliverySearch = {
  organizationId: string
  limit: number
  group?: DeliveryGroup | undefined
  /** `webhook:KEY` or `chat:KEY` */
  target?: string | null | undefined
  cursor?: string | null | undefined
}

/** A page of deliveries, newest first. */
export const findDeliveries = async ({
  organizationId,
  limit,
  group,
  target,
  cursor,
}: DeliverySearch): Promise<{ items: DeliveryRow[]; nextCursor: string | null }> => {
  const after = readTimeCursor(cursor)
  const [channel = '', key = ''] = target?.split(':') ?? []
  const rows = await listDeliveryRows({
    organizationId,
    limit,
    statuses: group && deliveryGroups[group],
    target: target ? { channel, key } : undefined,
    after: after ? { createdAt: after.at, id: after.id } : undefined,
  })
  return toPage(rows, limit, (row) => writeCursor([row.createdAt.toISOString(), row.id]))
}

export { countUnsentDeliveries } from '@/store/delivery/count-unsent-deliveries'
export type { DeliveryRow } from '@/store/delivery/list-delivery-rows'
