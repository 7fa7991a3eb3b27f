import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { findFirstInLine } from '@/store/delivery/find-due'
import { tryDelivery } from './deliver-message'

/** One job goes on for this long; then the line is handed to another job, so that a long line holds no worker. */
const turnMs = 5_000

/**
 * Sends a webhook's or a chat's message, and then what stands behind it in that target's line, one after the other. Where an earlier
 * one holds the line there is nothing to do: whoever sends that one goes on with this.
 */
export const deliverToTarget = async ({ organizationId, id }: Reference): Promise<void> => {
  const end = Date.now() + turnMs
  const sent = await tryDelivery({ organizationId, id })
  if (!sent?.targetId) return
  for (;;) {
    const next = await findFirstInLine(organizationId, sent.targetId)
    if (!next) return
    if (Date.now() > end) {
      await enqueue('deliver-to-target', [next])
      return
    }
    if (!(await tryDelivery(next))) return
  }
}
