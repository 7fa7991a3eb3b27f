import { log } from '@/observe/logger'
import { enqueue } from '@/queue/producer'
import { publishLive } from '@/store/live/publish-live'

type Due = { organizationId: string; id: string }
/** `told`: deliveries to webhooks and chats */
type Kept = { deliveries: readonly string[]; told?: readonly string[]; isChanged: boolean }

/**
 * Keeps cases whose moment has come, one after the other, and hands on what follows. What a process that dies leaves undone is due
 * still, and one that can't be kept doesn't hold up the others. Answers how many were due.
 */
export const keepDueCases = async <D extends Due>(
  due: readonly D[],
  keep: (one: D) => Promise<Kept>,
  failed: string,
): Promise<number> => {
  for (const one of due) {
    const { organizationId, id } = one
    const jobOf = (delivery: string) => ({ organizationId, id: delivery, attempt: 0 })
    try {
      const { deliveries, told = [], isChanged } = await keep(one)
      await enqueue('deliver-message', deliveries.map(jobOf))
      await enqueue('deliver-to-target', told.map(jobOf))
      if (isChanged) await publishLive([{ organizationId, type: 'case', id }])
    } catch (err) {
      log().error({ err, caseId: id }, failed)
    }
  }
  return due.length
}
