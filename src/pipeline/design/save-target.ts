import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { type Failure, fail, isFailure, within } from '@/domain/errors'
import { keySchema } from '@/domain/schemas'
import { inProgramme } from '@/store/programme/apply-programme'
import { switchStored } from '@/store/programme/save-target'
import { listTargets, type TargetView } from '@/store/target/list-targets'
import { readWebhookSecret } from '@/store/target/read-secret'
import { applyProgramme } from './apply-programme'

export type WrittenTarget = {
  organizationId: string
  by: string
  channel: TargetChannel
  key: string
  input: unknown
  isNew?: boolean
}

/** `secret`: of a webhook for which one was made just now; it is told this once. */
export type SavedTarget = { target: TargetView; isNew: boolean; secret?: string }

/**
 * Saves a webhook or a chat. With `isNew` it is refused where one has that key. Answers it as people may see it, and the secret that
 * was made for it.
 */
export const saveTarget = async ({
  organizationId,
  by,
  channel,
  key,
  input,
  isNew,
}: WrittenTarget): Promise<SavedTarget | Failure> => {
  if (!keySchema.safeParse(key).success) return fail('invalid', undefined, [{ path: 'key', message: 'is no key' }])
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return fail('invalid', 'The body must be an object.')
  if (isNew && (await listTargets(organizationId, { channel, key, limit: 1 })).length > 0)
    return fail('conflict', undefined, [{ path: 'key', message: 'is taken' }])
  const kind = channel === 'webhook' ? 'webhooks' : 'chats'
  const applied = await applyProgramme(organizationId, { [kind]: { [key]: input } }, { by })
  if (isFailure(applied)) return within(applied, `${kind}.${key}`)
  const [target] = await listTargets(organizationId, { channel, key, limit: 1 })
  if (!target) return fail('not_found', `There is no ${channel} "${key}" any more.`)
  const wasMade = applied.applied[0]?.change === 'created'
  const secret = wasMade && channel === 'webhook' && !('secret' in input) ? await readWebhookSecret(organizationId, key) : null
  return { target, isNew: wasMade, ...(secret === null ? {} : { secret }) }
}

/** Switches one on or off; whatever else it says stays as it is, also an address that couldn't be given any more. */
export const switchTarget = async (
  { organizationId, by, channel, key }: Omit<WrittenTarget, 'input' | 'isNew'>,
  enabled: boolean,
): Promise<{ target: TargetView } | Failure> => {
  await inProgramme(organizationId, by, (scope) => switchStored(scope, channel, key, enabled))
  const [target] = await listTargets(organizationId, { channel, key, limit: 1 })
  return target ? { target } : fail('not_found', `There is no ${channel} "${key}".`)
}
