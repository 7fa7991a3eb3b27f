import type { ChatApp, TargetChannel } from '@/domain/delivery/target-kinds'
import { openReach, type Reach, type StoredReach, storedReach } from './target-secrets'

type Common = {
  channel: TargetChannel
  key: string
  app: ChatApp | null
  /** whether its messages carry what people wrote */
  words: boolean
  isDisabled: boolean
  isRemoved: boolean
}

/** A target as messages are sent to it, with its secrets. */
export type LoadedTarget = Common & { reach: Reach }

/** The same as it stands in the database. */
export type StoredTarget = Common & { stored: StoredReach }

/** One as a JSON object over a row `t` of targets. */
export const targetJson = `json_build_object('channel', t.channel, 'key', t.key, 'app', t.app, 'words', t.words,
  'isDisabled', t.disabled_at is not null, 'isRemoved', t.removed_at is not null,
  'stored', ${storedReach})`

export const openTarget = (organizationId: string, id: string, { stored, ...rest }: StoredTarget): LoadedTarget => ({
  ...rest,
  reach: openReach({ organizationId, id }, stored),
})
