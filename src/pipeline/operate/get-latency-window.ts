import { type LatencyWindow, windowBefore } from '@/domain/analysis/latency-window'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { everyLeg, type Latency, latenciesWithin } from '@/store/reports/latencies'
import { findLatencyWindow, keepLatencyWindow, quickMs } from '@/store/reports/latency-windows'

/**
 * `countedAt`: when the worker counted them, of the hours before then; null where they were counted for whoever asked. `gaveUpAt`: when
 * it last tried to count them anew and couldn't in time, so that they are older than they should be.
 */
export type WindowLatencies = { legs: Latency[]; countedAt: Date | null; gaveUpAt: Date | null }

/** A worker that is there has counted again before its count is so old: some minutes, and ten times as long as it pauses. */
const staleMs = (tookMs: number): number => Math.max(180_000, tookMs * 500)

/**
 * How long the answers of the last 24 hours or 7 days took. Where counting them is quick it is done now; where it takes longer, as the
 * worker last could. `too_slow` where nobody has and it takes more than ten seconds.
 */
export const getLatencyWindow = async (
  organizationId: string,
  hours: LatencyWindow,
  now: Date,
): Promise<WindowLatencies | Failure> => {
  const kept = await findLatencyWindow(organizationId, hours)
  const { counted = null, gaveUpAt = null, tookMs: lastTookMs = 0 } = kept ?? {}
  const stored = counted && { legs: everyLeg(counted.legs), countedAt: counted.countedAt, gaveUpAt }
  const attemptedAt = gaveUpAt ?? counted?.countedAt
  const isFresh = attemptedAt && attemptedAt.getTime() > now.getTime() - staleMs(lastTookMs)
  // Where the worker couldn't in a minute, nobody needs to wait ten seconds to be told so.
  if (isFresh && lastTookMs >= quickMs) return stored ?? fail('too_slow')
  const since = performance.now()
  const legs = await latenciesWithin(organizationId, windowBefore(now, hours))
  if (isFailure(legs)) return stored ?? legs
  const tookMs = performance.now() - since
  // It has become slow: nobody is to wait for it again, and the worker goes on with it.
  if (tookMs >= quickMs) await keepLatencyWindow({ organizationId, hours }, { legs, tookMs, countedAt: now })
  return { legs: everyLeg(legs), countedAt: null, gaveUpAt: null }
}
