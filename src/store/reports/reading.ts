import type { Failure } from '@/domain/errors'
import { makeProgress, type Progress } from './progress'
import type { AnyRow } from './sum-by'

/**
 * What a screen has read of single responses already, by filter and period: its numbers add up the same responses in several
 * ways, and they are looked for once. Lives as long as the screen is being made, and knows how far it is.
 */
export type Reading = {
  kept: Map<string, Promise<AnyRow[] | Failure>>
  /** the customers whom a condition asks for; null where they are too many to look for theirs alone */
  customers: Map<string, Promise<string[] | null | Failure>>
  progress: Progress
  /** how long it may look through single responses, in ms */
  patienceMs: number
}

/** How long a screen that shows how far it is may look. */
const screenPatienceMs = 20_000

export const makeReading = (patienceMs = screenPatienceMs): Reading => ({
  kept: new Map(),
  customers: new Map(),
  progress: makeProgress(),
  patienceMs,
})
