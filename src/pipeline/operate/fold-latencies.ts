import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { latencyWindows, windowBefore } from '@/domain/analysis/latency-window'
import { isFailure } from '@/domain/errors'
import { log } from '@/observe/logger'
import { latenciesWithin } from '@/store/reports/latencies'
import { type DueDay, findDueLatencyDays, keepLatencyDay } from '@/store/reports/latency-days'
import { type DueWindow, findDueLatencyWindows, keepLatencyWindow, noteSlowWindow } from '@/store/reports/latency-windows'

/** As far as the ledger can be asked back. */
const keptDays = 32
const mostAtOnce = 40
const windowMayTakeMs = 60_000

const foldDay = async ({ organizationId, day, timeZone }: DueDay): Promise<void> => {
  const countedAt = new Date()
  const since = performance.now()
  const span = { from: startOfDay(day, timeZone), before: startOfDay(addDays(day, 1), timeZone) }
  const legs = await latenciesWithin(organizationId, span)
  // What was counted before stays, and is counted again in its turn.
  if (isFailure(legs)) return log().warn({ organizationId, day }, 'the latencies of a day take too long to count')
  await keepLatencyDay({ organizationId, day, timeZone, legs, tookMs: performance.now() - since, countedAt })
}

const foldWindow = async ({ organizationId, hours }: DueWindow, mayTakeMs: number): Promise<void> => {
  const countedAt = new Date()
  const since = performance.now()
  const legs = await latenciesWithin(organizationId, windowBefore(countedAt, hours), mayTakeMs)
  const tookMs = performance.now() - since
  if (!isFailure(legs)) return keepLatencyWindow({ organizationId, hours }, { legs, tookMs, countedAt })
  log().warn({ organizationId, hours }, 'the latencies of a window take too long to count')
  await noteSlowWindow({ organizationId, hours }, { tookMs, gaveUpAt: countedAt })
}

/**
 * Counts how long the answers of days and of the windows that Status shows took, where that is due, so that nobody waits for it.
 * Answers how many days were due. A window that takes longer than `windowMayTake` keeps its former count and is tried again later.
 */
export const foldLatencies = async (windowMayTake = windowMayTakeMs): Promise<number> => {
  const due = await findDueLatencyDays(keptDays, mostAtOnce)
  for (const day of due) await foldDay(day)
  for (const window of await findDueLatencyWindows(latencyWindows, mostAtOnce)) await foldWindow(window, windowMayTake)
  return due.length
}
