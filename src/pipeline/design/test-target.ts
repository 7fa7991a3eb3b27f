import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { type Failure, fail } from '@/domain/errors'
import { enqueue } from '@/queue/producer'
import { addTest } from '@/store/target/add-test'

/** So many tests an hour go to one webhook or chat. */
const mostTests = 30

/** Has a test sent to a webhook or a chat, through a delivery like everything else; answers which. */
export const testTarget = async (
  organizationId: string,
  channel: TargetChannel,
  key: string,
  locale = 'en',
): Promise<{ id: string } | Failure> => {
  const id = await addTest({ organizationId, channel, key, locale, limit: mostTests })
  if (id === undefined) return fail('not_found', `There is no ${channel} "${key}".`)
  if (id === null) return fail('too_many', `There were ${mostTests} tests within an hour.`)
  await enqueue('deliver-to-target', [{ organizationId, id, attempt: 0 }])
  return { id }
}
