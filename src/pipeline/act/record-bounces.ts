import { readReport } from '@/delivery/email/read-report'
import type { Bounce, BounceResult } from '@/domain/delivery/bounce'
import { type Failure, fail } from '@/domain/errors'
import { log } from '@/observe/logger'
import { enqueue } from '@/queue/producer'
import { saveBounce } from '@/store/delivery/save-bounce'
import { publishLive } from '@/store/live/publish-live'

/**
 * Messages that came back: each is written down once, and an address that takes no mail is marked. What dies in the middle is whole up to
 * there, and the rest is done by telling them again.
 */
export const recordBounces = async (organizationId: string, bounces: readonly Bounce[], at: Date): Promise<BounceResult[]> => {
  const results: BounceResult[] = []
  for (const bounce of bounces) {
    const { told, delivery, address, outcome } = await saveBounce(organizationId, bounce, at)
    await enqueue(
      'deliver-message',
      told.map((id) => ({ organizationId, id, attempt: 0 })),
    )
    if (delivery && outcome !== 'known') await publishLive([{ organizationId, type: 'delivery', id: delivery }])
    results.push({ address, outcome })
  }
  return results
}

/** The bounces in a mail that came back; none in any other mail. `contentType` as for `readReport`. */
export const readBounces = async (mail: Uint8Array, contentType?: string): Promise<Bounce[] | Failure> => {
  try {
    return await readReport(mail, contentType)
  } catch (err) {
    log().warn({ err }, 'a mail that came back could not be read')
    return fail('invalid', 'The message can’t be read: it isn’t a mail as of RFC 5322 and 2045.')
  }
}
