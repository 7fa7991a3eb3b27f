import type { Better } from '../metric/better'
import type { MetricKind } from '../score/score'
import type { Summary } from './summarize'

/** How a score stands to its standard. `gap` is value − target in shown units; `isCertain`: the interval leaves the target out. */
export type Standing = { target: number; gap: number; isMet: boolean; isCertain: boolean }

/** Targets of shares are written as per cent (80) or as a share (0.8); summaries hold shares. */
export const normalizeTarget = (kind: MetricKind, target: number): number =>
  kind === 'csat' && target > 1 ? target / 100 : target

/** Null without answers. Where less is better, the target is the most that is promised. */
export const standingOf = (kind: MetricKind, summary: Summary, written: number, better: Better): Standing | null => {
  if (summary.value === null) return null
  const target = normalizeTarget(kind, written)
  const gap = summary.value - target
  const { low, high } = summary
  const [isAbove, isBelow] = [low !== null && low >= target, high !== null && high < target]
  if (better === 'more') return { target, gap, isMet: gap >= 0, isCertain: gap >= 0 ? isAbove : isBelow }
  const [isOver, isWithin] = [low !== null && low > target, high !== null && high <= target]
  return { target, gap, isMet: gap <= 0, isCertain: gap <= 0 ? isWithin : isOver }
}
