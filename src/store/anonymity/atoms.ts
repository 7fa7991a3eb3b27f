import type { Atom, Cell } from '@/domain/analysis/anonymity'
import { inGroups } from '@/domain/in-groups'
import type { MetricKind } from '@/domain/score/score'

/** Answers that are cut into cells together are one survey's at one touchpoint to one metric: `survey` and `touchpoint` are keys. */
export type StreamPlace = {
  metric: string
  kind: MetricKind
  surveyId: string
  touchpointId: string
  survey: string
  touchpoint: string
}

/** What they add up to by day and channel. */
export type Stream = StreamPlace & { atoms: readonly Atom[] }

/** The cells that they are cut into. `threshold` is the one that they were cut by. */
export type CutStream = StreamPlace & { threshold: number; cells: readonly Cell[] }

export type StreamAtom = Atom & StreamPlace

export const streamOf = ({ metric, surveyId, touchpointId }: StreamPlace): string => `${metric} ${surveyId} ${touchpointId}`

export const toStreams = (rows: readonly StreamAtom[]): Stream[] =>
  [...inGroups(rows, streamOf).values()].flatMap((atoms) => {
    const [first] = atoms
    if (!first) return []
    const { metric, kind, surveyId, touchpointId, survey, touchpoint } = first
    return [{ metric, kind, surveyId, touchpointId, survey, touchpoint, atoms }]
  })
