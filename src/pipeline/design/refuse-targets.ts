import { refuseAddress } from '@/delivery/target/refuse-address'
import type { Issue } from '@/domain/errors'
import type { Programme } from '@/domain/programme/schema'

/** Webhooks and chats whose address may not be sent to. A name is looked at again, with what it leads to, whenever something is sent. */
export const refuseTargets = ({ webhooks, chats }: Pick<Programme, 'webhooks' | 'chats'>): Issue[] =>
  Object.entries({ webhooks, chats }).flatMap(([kind, targets]) =>
    Object.entries(targets).flatMap(([key, { url }]) => {
      const message = url === undefined ? undefined : refuseAddress(url)
      return message === undefined ? [] : [{ path: `${kind}.${key}.url`, message }]
    }),
  )
