import { adjustComparisons, type Comparison } from '@/domain/analysis/compare-sums'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Widget } from '@/domain/dashboard/dashboard'
import { type Failure, isFailure } from '@/domain/errors'
import type { Changes } from '@/pipeline/analyze/get-changes'
import type { FilterOptions } from '@/pipeline/analyze/get-filter-options'
import type { BoardAsked } from './board'
import type { BoardReader } from './board-reader'
import { narrowWidget, ownOf } from './narrow-widget'

/** Comparisons after all of the dashboard were judged together. */
export type Judged = {
  comparison: (narrowing: Narrowing, metric: string) => Promise<Comparison | null>
  /** asked by a reader of one's own, which hears how far they are */
  changes: (narrowing: Narrowing, read: BoardReader) => Promise<Changes | Failure>
}

const keyOf = (narrowing: Narrowing, metric: string): string => `${metric} ${JSON.stringify(narrowing)}`

/**
 * Judges a dashboard's headline numbers and its first list of what changed together, as one screen's comparisons are: with many
 * of them some look clear by chance. Further lists are judged beside the same numbers.
 */
export const judgeBoard = (
  widgets: readonly Widget[],
  { narrowing: ofBoard }: Pick<BoardAsked, 'narrowing'>,
  options: FilterOptions,
  read: BoardReader,
): Judged => {
  const numbers = new Map<string, { narrowing: Narrowing; metric: string }>()
  const lists: Narrowing[] = []
  for (const widget of widgets) {
    const narrowed = narrowWidget(ownOf(widget), ofBoard, options)
    if (!('narrowing' in narrowed)) continue
    const { narrowing } = narrowed
    if (widget.kind === 'number') numbers.set(keyOf(narrowing, widget.metric), { narrowing, metric: widget.metric })
    if (widget.kind === 'changes') lists.push(narrowing)
  }
  const rawOf = async ({ narrowing, metric }: { narrowing: Narrowing; metric: string }) => {
    const found = await read.metric(narrowing, metric)
    return isFailure(found) ? null : found.comparison
  }
  const raw = Promise.all([...numbers.values()].map(rawOf))
  const changes: Judged['changes'] = async (narrowing, by) => by.changes(narrowing, await raw)
  const adjusted = (async () => {
    const beside = await raw
    const [first] = lists
    const found = first === undefined ? null : await changes(first, read)
    return found && !isFailure(found) ? found.onScreen : adjustComparisons(beside)
  })()
  // Whoever shows one of them says what went wrong; a dashboard without numbers never asks.
  adjusted.catch(() => {})
  return {
    changes,
    comparison: async (narrowing, metric) => (await adjusted)[[...numbers.keys()].indexOf(keyOf(narrowing, metric))] ?? null,
  }
}
