import type { JobName, Payload } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { findUnevaluated } from '@/store/alert/load-scored'
import { findDueDeliveries, findDueTargetDeliveries } from '@/store/delivery/find-due'
import { findUnscored } from '@/store/response/save-responses'
import { findDueWork } from '@/store/work/find-due-work'

const limit = 1000

const sweep = async <N extends JobName>(name: N, find: (limit: number) => Promise<Payload<N>[]>): Promise<number> => {
  const due = await find(limit)
  await enqueue(name, due)
  return due.length
}

/** Work that the queue has had time enough for. */
const lateSeconds = 12
const lateLimit = 200

/**
 * What is so late that the queue can't be relied on: it is away, or holds a job that a dead worker took. The worker does
 * this work itself; it is safe to do twice.
 */
export const findLateWork = async (): Promise<{ [N in JobName]: Payload<N>[] }> => ({
  'score-response': await findUnscored(lateLimit, lateSeconds),
  'evaluate-rules': await findUnevaluated(lateLimit, lateSeconds),
  'deliver-message': await findDueDeliveries(lateLimit, lateSeconds),
  'deliver-to-target': await findDueTargetDeliveries(lateLimit, lateSeconds),
  'write-export': await findDueWork('exports', lateLimit, lateSeconds),
  'rebuild-rollups': await findDueWork('rollup_rebuilds', lateLimit, lateSeconds),
})

/** Completed responses whose job was lost, and partial ones that have gone idle. */
export const sweepUnscored = (): Promise<number> => sweep('score-response', findUnscored)

/** Scored responses that the rules haven't judged. */
export const sweepUnevaluated = (): Promise<number> => sweep('evaluate-rules', findUnevaluated)

/** Mails to send or to try again. */
export const sweepDeliveries = (): Promise<number> => sweep('deliver-message', findDueDeliveries)

/** The same of webhooks and chats. */
export const sweepTargets = (): Promise<number> => sweep('deliver-to-target', findDueTargetDeliveries)

/** Exports that wait, or whose worker died. */
export const sweepUnwrittenExports = (): Promise<number> => sweep('write-export', (most) => findDueWork('exports', most))

/** Recounts that wait, or whose worker died. */
export const sweepUnfinishedRebuilds = (): Promise<number> =>
  sweep('rebuild-rollups', (most) => findDueWork('rollup_rebuilds', most))
