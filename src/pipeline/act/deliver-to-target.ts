import { Undeliverable } from '@/delivery/undeliverable'
import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { findFirstInLine } from '@/store/delivery/find-due'
import { saveOutcome, settleInLine } from '@/store/delivery/save-outcome'
import { type TargetDelivery, takeFirstInLine, takeFromLine } from '@/store/delivery/take-from-line'
import { publishLive } from '@/store/live/publish-live'
import { attemptDelivery } from './attempt-delivery'
import { attemptTarget } from './attempt-target'
import { targetMessageFor } from './target-message'

/** One job goes on for this long; then the line is handed to another job, so that a long line holds no worker. */
const turnMs = 5_000

/**
 * Writes the message of one that waits in its line, so that the line need not wait for it. What can't be written is found out again,
 * and noted, when its turn comes.
 */
const writeAhead = async (waiting: TargetDelivery): Promise<void> => {
  const { isRemoved, isDisabled } = waiting.target
  if (isRemoved || isDisabled) return
  await targetMessageFor(waiting, waiting.target).catch((err: unknown) => {
    if (!(err instanceof Undeliverable)) throw err
  })
}

/** Sends one and answers the next of its line, taken already; undefined where there is none, this one was given back, or it is time to hand over. */
const sendOne = async (delivery: TargetDelivery, end: number): Promise<TargetDelivery | undefined> => {
  const { organizationId, id, targetId } = delivery
  const tried = await attemptDelivery(delivery, attemptTarget(delivery))
  if (!tried) return undefined
  if (Date.now() > end) {
    await saveOutcome(organizationId, id, tried.attempt, tried.outcome)
    const next = await findFirstInLine(organizationId, targetId)
    if (next) await enqueue('deliver-to-target', [next])
    return undefined
  }
  const next = await settleInLine(delivery, tried.attempt, tried.outcome)
  // What was written while that statement ran found the line held, and now nobody is at it: so it is looked at once more.
  return next ?? takeFirstInLine(organizationId, targetId)
}

/**
 * Sends a webhook's or a chat's message, and then what stands behind it in that target's line, one after the other. Where an earlier
 * one holds the line, whoever sends that one goes on with this, and finds its message written.
 */
export const deliverToTarget = async ({ organizationId, id }: Reference): Promise<void> => {
  const end = Date.now() + turnMs
  const met = await takeFromLine(organizationId, id)
  if (!met) return
  if (!met.isMine) return writeAhead(met.delivery)
  let told: Promise<void> | undefined
  for (let current: TargetDelivery | undefined = met.delivery; current; ) {
    const next = await sendOne(current, end)
    // Open screens hear of it while the next one is on its way.
    told = publishLive([{ organizationId, type: 'delivery', id: current.id }])
    current = next
  }
  await told
}
