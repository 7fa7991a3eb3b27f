import { Undeliverable } from '@/delivery/undeliverable'
import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { findUnwritten } from '@/store/delivery/claim-delivery'
import { findFirstInLine } from '@/store/delivery/find-due'
import { loadTarget } from '@/store/target/load-target'
import { tryDelivery } from './deliver-message'
import { targetMessageFor } from './target-message'

/** One job goes on for this long; then the line is handed to another job, so that a long line holds no worker. */
const turnMs = 5_000

/**
 * Writes the message of one that waits in its line, so that the line need not wait for it. What can't be written is found out again,
 * and noted, when its turn comes.
 */
const writeAhead = async ({ organizationId, id }: Reference): Promise<void> => {
  const waiting = await findUnwritten(organizationId, id)
  const target = waiting?.targetId ? await loadTarget(organizationId, waiting.targetId) : undefined
  if (!waiting || !target || target.removedAt || target.disabledAt) return
  await targetMessageFor(waiting, target.app).catch((err: unknown) => {
    if (!(err instanceof Undeliverable)) throw err
  })
}

/**
 * Sends a webhook's or a chat's message, and then what stands behind it in that target's line, one after the other. Where an earlier
 * one holds the line, whoever sends that one goes on with this, and finds its message written.
 */
export const deliverToTarget = async ({ organizationId, id }: Reference): Promise<void> => {
  const end = Date.now() + turnMs
  const sent = await tryDelivery({ organizationId, id })
  if (!sent) return writeAhead({ organizationId, id })
  if (!sent.targetId) return
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
