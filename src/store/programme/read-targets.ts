import type { ChatApp, TargetChannel, WebhookEvent } from '@/domain/delivery/target-kinds'
import type { Localized } from '@/domain/localized'
import type { Target } from '../generated/client'
import type { Scope } from './transaction'

/** As a programme file has them: without secrets, and a chat's address is one. `enabled` only where it was switched off by hand, `words` only where they are left out. */
export type ToldWebhook = { name?: Localized; url: string; events: WebhookEvent[]; words?: false; enabled?: false }
export type ToldChat = { name?: Localized; app: ChatApp; locale?: string; words?: false; enabled?: false }

const common = ({ name, words, disabledReason }: Target) => ({
  ...(name === null ? {} : { name: name as Localized }),
  ...(words ? {} : { words: false as const }),
  ...(disabledReason === 'hand' ? { enabled: false as const } : {}),
})

export const tellWebhook = (row: Target): ToldWebhook => ({ ...common(row), url: row.url, events: row.events as WebhookEvent[] })

export const tellChat = (row: Target): ToldChat => ({
  ...common(row),
  app: row.app as ChatApp,
  ...(row.locale === null ? {} : { locale: row.locale }),
})

const read = ({ db, organizationId }: Scope, channel: TargetChannel): Promise<Target[]> =>
  db.target.findMany({ where: { organizationId, channel, removedAt: null }, orderBy: [{ createdAt: 'asc' }, { key: 'asc' }] })

export const readWebhooks = async (scope: Scope): Promise<Record<string, ToldWebhook>> =>
  Object.fromEntries((await read(scope, 'webhook')).map((row) => [row.key, tellWebhook(row)]))

export const readChats = async (scope: Scope): Promise<Record<string, ToldChat>> =>
  Object.fromEntries((await read(scope, 'chat')).map((row) => [row.key, tellChat(row)]))
