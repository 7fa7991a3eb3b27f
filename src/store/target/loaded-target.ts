import type { ChatApp, TargetChannel } from '@/domain/delivery/target-kinds'

/** A target as messages are sent to it, with its secrets. */
export type LoadedTarget = {
  channel: TargetChannel
  key: string
  url: string
  app: ChatApp | null
  secret: string | null
  /** only while it still signs along */
  formerSecret: string | null
  isDisabled: boolean
  isRemoved: boolean
}

/** One as a JSON object over a row `t` of targets. */
export const targetJson = `json_build_object('channel', t.channel, 'key', t.key, 'url', t.url, 'app', t.app, 'secret', t.secret,
  'formerSecret', case when t.former_until > now() then t.former_secret end,
  'isDisabled', t.disabled_at is not null, 'isRemoved', t.removed_at is not null)`
