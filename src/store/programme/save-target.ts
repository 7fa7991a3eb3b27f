import { v7 as uuidV7 } from 'uuid'
import type { TargetChannel } from '@/domain/delivery/target-kinds'
import type { ChatInput, WebhookInput } from '@/domain/delivery/target-schema'
import { isSame } from '@/domain/same-json'
import { Prisma, type Target } from '../generated/client'
import { tellChat, tellWebhook } from './read-targets'
import { recordChange } from './record-change'
import { addressOf, type Row, secretsOf } from './target-secrets'
import { type Change, json, Refused, type Scope } from './transaction'

export const kindOf = (channel: TargetChannel): 'webhooks' | 'chats' => (channel === 'webhook' ? 'webhooks' : 'chats')

/** What waited for a target that takes nothing any more is dead, and can be sent again by hand. */
export const endWaitingFor = async ({ db, organizationId }: Scope, targetId: string, lastError: string): Promise<void> => {
  await db.delivery.updateMany({
    where: { organizationId, targetId, status: { in: ['pending', 'retrying'] } },
    data: { status: 'dead', nextAttemptAt: null, lastError },
  })
}

/** Whether it is switched on is its own state: only a word of a person changes it, or another address. */
const stateOf = (
  before: Target | null,
  enabled: boolean | undefined,
  isMoved: boolean,
): Pick<Target, 'disabledAt' | 'disabledReason'> => {
  const isOff = before?.disabledAt !== null && before?.disabledAt !== undefined
  if (enabled === false)
    return isOff ? { disabledAt: before.disabledAt, disabledReason: 'hand' } : { disabledAt: new Date(), disabledReason: 'hand' }
  if (enabled === true || !isOff || (isMoved && before.disabledReason !== 'hand'))
    return { disabledAt: null, disabledReason: null }
  return { disabledAt: before.disabledAt, disabledReason: before.disabledReason }
}

type Input = Partial<ChatInput> & Partial<Pick<WebhookInput, 'events'>>

/** The columns as they are to be. */
const columnsOf = (channel: TargetChannel, key: string, row: Row, input: Input, before: Target | null) => {
  const addresses = addressOf(channel, row, before, input.url)
  if (addresses === undefined)
    throw new Refused([
      { path: `chats.${key}.url`, message: 'must be given for a new chat; an export leaves it out, since it is a key' },
    ])
  const isMoved = before !== null && (before.url !== addresses.url || before.address !== addresses.address)
  return {
    ...addresses,
    name: input.name ?? null,
    app: input.app ?? null,
    locale: input.locale ?? null,
    events: [...new Set(input.events ?? [])],
    words: input.words ?? before?.words ?? true,
    ...secretsOf(channel, row, before, input.secret),
    ...stateOf(before, input.enabled, isMoved),
  }
}

const differs = (before: Target, after: object): boolean =>
  Object.entries(after).some(([name, value]) => !isSame(before[name as keyof Target] ?? null, value ?? null))

/** What changed where it can't be told: a secret, and the address of a chat. */
const untold = (channel: TargetChannel, before: Target, after: Target): Record<string, 'changed'> => ({
  ...(before.secret === after.secret ? {} : { secret: 'changed' }),
  ...(channel === 'webhook' || (before.url === after.url && before.address === after.address) ? {} : { url: 'changed' }),
})

/** Saves a webhook or a chat; without a secret a webhook is given one. What stands in its history has no secrets. */
export const saveTarget = async (scope: Scope, channel: TargetChannel, key: string, input: Input): Promise<Change> => {
  const { db, organizationId } = scope
  const row = await db.target.findUnique({ where: { organizationId_channel_key: { organizationId, channel, key } } })
  const before = row?.removedAt === null ? row : null
  const id = row?.id ?? uuidV7()
  const columns = columnsOf(channel, key, { organizationId, id }, input, before)
  if (before && !differs(before, columns)) return 'unchanged'
  const data = { ...columns, name: columns.name === null ? Prisma.DbNull : json(columns.name), removedAt: null }
  const after = await db.target.upsert({
    where: { organizationId_channel_key: { organizationId, channel, key } },
    create: { organizationId, id, channel, key, ...data },
    update: data,
  })
  if (before && before.disabledAt === null && after.disabledAt !== null)
    await endWaitingFor(scope, after.id, 'The target was switched off.')
  const tell = channel === 'webhook' ? tellWebhook : tellChat
  return recordChange(scope, {
    kind: kindOf(channel),
    key,
    before: before ? tell(before) : undefined,
    after: { ...tell(after), ...(before ? untold(channel, before, after) : {}) },
  })
}

/** Switches one on or off as it is; nothing where there is none. */
export const switchStored = async (scope: Scope, channel: TargetChannel, key: string, enabled: boolean): Promise<void> => {
  const row = await scope.db.target.findFirst({ where: { organizationId: scope.organizationId, channel, key, removedAt: null } })
  if (!row) return
  const told = channel === 'webhook' ? tellWebhook(row) : tellChat(row)
  await saveTarget(scope, channel, key, { ...told, enabled })
}
