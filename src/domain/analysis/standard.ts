import type { MetricKind } from '../score/score'
import type { Summary } from './summarize'

/** How a score stands to its standard. `gap` is value − target in shown units; `isCertain`: the interval leaves the target out. */
export type Standing = { target: number; gap: number; isMet: boolean; isCertain: boolean }

/** Targets of shares are written as per cent (80) or as a share (0.8); summaries hold shares. */
export const normalizeTarget = (kind: MetricKind, target: number): number =>
  kind === 'csat' && target > 1 ? target / 100 : target

/** Null without answers. */
export const standingOf = (kind: MetricKind, summary: Summary, written: number): Standing | null => {
  if (summary.value === null) return null
  const target = normalizeTarget(kind, written)
  const gap = summary.value - target
  const isMet = gap >= 0
  const { low, high } = summary
  return { target, gap, isMet, isCertain: isMet ? low !== null && low >= target : high !== null && high < target }
}
