import { setTimeout as wait } from 'node:timers/promises'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { isOpen, type Progress } from '@/domain/work'
import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { findKeyed } from '@/store/rebuild/find-keyed'
import { moveScores } from '@/store/rebuild/move-scores'
import {
  addRebuild,
  cancelRebuild as cancel,
  findLatestRebuild,
  findRebuild,
  finishRebuild,
  type RebuildRow,
} from '@/store/rebuild/rebuild-rows'
import { rebuildSlice } from '@/store/rebuild/rebuild-slice'
import { listRollupSlices, type RollupScope } from '@/store/rebuild/rollup-slices'
import { runWork, type Turn } from '@/store/work/run-work'

export type RebuildRequest = { organizationId: string; by: string; survey?: string | undefined; touchpoint?: string | undefined }

const scopeOf = async ({ organizationId, survey, touchpoint }: RebuildRequest): Promise<RollupScope | Failure> => {
  const found = await findKeyed(organizationId, survey, touchpoint)
  if (survey !== undefined && found.surveyId === null) return fail('not_found', `There is no survey "${survey}".`)
  if (touchpoint !== undefined && found.touchpointId === null) return fail('not_found', `There is no touchpoint "${touchpoint}".`)
  return { organizationId, ...found }
}

/**
 * Asks for a recount of rollups: all, one survey's or one touchpoint's. It is done slice by slice while answers go on being counted.
 * `conflict` where one of something else is under way; the one under way where it is of the same.
 */
export const requestRebuild = async (request: RebuildRequest): Promise<{ id: string; isNew: boolean } | Failure> => {
  const scope = await scopeOf(request)
  if (isFailure(scope)) return scope
  const { organizationId, by } = request
  const id = await addRebuild(scope, by)
  if (id) {
    await enqueue('rebuild-rollups', [{ organizationId, id, attempt: 0 }])
    return { id, isNew: true }
  }
  const open = await findLatestRebuild(organizationId)
  if (!open || !isOpen(open.state)) return requestRebuild(request)
  return open.surveyId === scope.surveyId && open.touchpointId === scope.touchpointId
    ? { id: open.id, isNew: false }
    : fail('conflict', 'A recount of something else is under way.')
}

const watchMs = 1_000

type Tell = (progress: Progress) => void

/** `position` names the last slice that an earlier attempt finished; names of slices are in order. */
const perform = async (turn: Turn, { surveyId, touchpointId, position }: RebuildRow, hear: Tell): Promise<void> => {
  const slices = await listRollupSlices({ organizationId: turn.organizationId, surveyId, touchpointId })
  const total = slices.length
  for (const [index, slice] of slices.entries()) {
    if (position !== null && `${slice.surveyId}/${slice.month}` <= position) continue
    turn.signal.throwIfAborted()
    await moveScores(turn, slice)
    if (!(await rebuildSlice(turn, slice, index + 1, total))) return
    const progress = { done: index + 1, total }
    turn.tell(progress)
    hear(progress)
  }
  await finishRebuild(turn, total)
}

/** Does a recount that was asked for, or goes on where a worker left it. Answers whether it was ours to do. */
export const rebuildRollups = async ({ organizationId, id }: Reference, hear: Tell = () => undefined): Promise<boolean> => {
  const row = await findRebuild({ organizationId, id })
  if (!row || !isOpen(row.state)) return false
  const start = { done: row.done, total: row.total }
  return runWork('rollup_rebuilds', { organizationId, id }, start, async (turn) => {
    // Read again: whoever had it until now may have come further.
    await perform(turn, (await findRebuild({ organizationId, id })) ?? row, hear)
  })
}

/** Does a recount, or watches the worker that has it and takes over where that one died, until it is over. */
export const followRebuild = async ({ organizationId, id }: Reference, hear: Tell): Promise<RebuildRow> => {
  for (;;) {
    await rebuildRollups({ organizationId, id }, hear)
    const row = await findRebuild({ organizationId, id })
    if (!row) throw new Error('there is no such recount')
    hear(row)
    if (!isOpen(row.state)) return row
    await wait(watchMs)
  }
}

/** The recount under way, or the last one. */
export const getLatestRebuild = (organizationId: string): Promise<RebuildRow | undefined> => findLatestRebuild(organizationId)

export const getRebuild = (organizationId: string, id: string): Promise<RebuildRow | undefined> =>
  findRebuild({ organizationId, id })

/** Ends the recount under way; what it mended stays so. */
export const cancelRebuild = async (organizationId: string): Promise<boolean> => {
  const open = await findLatestRebuild(organizationId)
  return open ? cancel({ organizationId, id: open.id }) : false
}

export { countRollupDrift } from '@/store/score/count-rollup-drift'
export type { RebuildRow }
