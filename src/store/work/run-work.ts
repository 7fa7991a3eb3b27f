import type { Progress } from '@/domain/work'
import { log } from '@/observe/logger'
import { claimWork, failWork, faultOf, keepWork, releaseWork, type WorkKey, type WorkTable, type WorkTurn } from './claim-work'

/** What the performer of work is given: whose turn it is, a sign to stop, and a place to tell how far it is. */
export type Turn = WorkTurn & { signal: AbortSignal; tell: (progress: Progress) => void }

const beatMs = 1_500
const stopping = 'this process is stopping'
const running = new Map<AbortController, Promise<void>>()
let isStopping = false

/** Asks whatever runs here to stop, and waits for it; it goes back to where the next worker finds it. */
export const stopWork = async (): Promise<void> => {
  isStopping = true
  for (const controller of running.keys()) controller.abort(stopping)
  await Promise.all(running.values())
}

const settle = async (table: WorkTable, turn: Turn, error: unknown): Promise<void> => {
  const { signal, organizationId, id, attempt } = turn
  if (signal.reason === stopping) return releaseWork(table, turn)
  // Cancelled, or another worker has it: nothing more is to be said.
  if (signal.aborted) return
  const fault = faultOf(error)
  log().error({ err: error, table, id, attempt }, 'long work failed')
  if (fault) await failWork(table, { organizationId, id, attempt }, fault)
}

/** Saves how far it is now and then, and says stop once the work isn't this attempt's any more. */
const startBeat = (table: WorkTable, turn: WorkTurn, controller: AbortController, progress: () => Progress): NodeJS.Timeout =>
  setInterval(() => {
    keepWork(table, turn, progress()).then(
      (isOurs) => isOurs || controller.abort('cancelled, or taken over'),
      // The lease holds for some beats; a database that stays away ends the work itself.
      (err: unknown) => log().warn({ err, table, id: turn.id }, 'could not note how far the work is'),
    )
  }, beatMs)

/**
 * Takes work and performs it: whoever comes second finds it taken. Answers whether it was ours to do. `perform` writes its own end, in
 * a statement that only the attempt which has the work can make; what it throws is noted, and a worker that dies leaves a lease that
 * runs out.
 */
export const runWork = async (
  table: WorkTable,
  { organizationId, id }: WorkKey,
  start: Progress,
  perform: (turn: Turn) => Promise<void>,
): Promise<boolean> => {
  if (isStopping) return false
  const attempt = await claimWork(table, { organizationId, id })
  if (attempt === undefined) return false
  const controller = new AbortController()
  let progress = start
  const tell = (next: Progress) => {
    progress = next
  }
  const turn: Turn = { organizationId, id, attempt, signal: controller.signal, tell }
  const beat = startBeat(table, turn, controller, () => progress)
  const work = perform(turn)
    .catch((error: unknown) => settle(table, turn, error))
    .finally(() => {
      clearInterval(beat)
      running.delete(controller)
    })
  running.set(controller, work)
  await work
  return true
}
