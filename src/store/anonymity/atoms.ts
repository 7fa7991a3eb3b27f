import type { Atom, Cell } from '@/domain/analysis/anonymity'
import type { MetricKind } from '@/domain/score/score'

/** What a survey's answers at a touchpoint add up to on one metric, a day and channel: `survey` and `touchpoint` are keys. */
export type StreamAtom = Atom & {
  metric: string
  kind: MetricKind
  surveyId: string
  touchpointId: string
  survey: string
  touchpoint: string
}

/** Answers that are cut into cells together. */
export const streamOf = ({ metric, surveyId, touchpointId }: StreamAtom): string => `${metric} ${surveyId} ${touchpointId}`

/** A cell of anonymous answers, and where it belongs. `threshold` is the one that it was cut by. */
export type AnonymousRow = Cell & Omit<StreamAtom, keyof Atom> & { threshold: number }
