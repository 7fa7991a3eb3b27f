import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { listTargets, type TargetView } from '@/store/target/list-targets'

/** The organization's webhooks and chats, or those of one kind. */
export const findTargets = (organizationId: string, channel?: TargetChannel): Promise<TargetView[]> =>
  listTargets(organizationId, channel ? { channel } : {})

export const getTarget = async (organizationId: string, channel: TargetChannel, key: string): Promise<TargetView | undefined> =>
  (await listTargets(organizationId, { channel, key, limit: 1 }))[0]

export type { TargetView } from '@/store/target/list-targets'
