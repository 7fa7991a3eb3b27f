import type { Summary } from '../analysis/summarize'
import { kindOfMetric } from '../score/metric-kind'
import type { MetricKind } from '../score/score'
import { type Better, betterOf } from './better'
import type { Cuts } from './cut'
import {
  type Definitions,
  findDefined,
  isHeadlineMetric,
  type OwnDefinition,
  type SimpleDefinition,
  standardScales,
} from './definition'

/** One metric that answers can be added up for, as a definition asks: what the sums are read from and how they are summed up. */
export type Measure = {
  key: string
  version: number
  /** the rollups’ metric: a question’s key, or a metric across surveys */
  source: string
  kind: MetricKind
  /** how its numbers are written: a share of one’s own as CSAT is, in per cent */
  shownAs: MetricKind
  better: Better
  least: number
  surveys?: readonly string[] | undefined
  /** answers that count, for a question that is chosen from */
  options?: readonly string[] | undefined
  cuts: Cuts
  /** the ends of its values, where they have ends: what an index puts on 0 and 100 */
  ends: { from: number; to: number } | null
}

export const everyKind = (positiveFrom: number): Cuts => {
  const cut = { positiveFrom }
  return { nps: cut, csat: cut, ces: cut, mean: cut, sentiment: cut }
}

const endsOf: Record<'nps' | 'csat' | 'ces' | 'sentiment', { from: number; to: number }> = {
  nps: { from: -100, to: 100 },
  csat: { from: 0, to: 1 },
  ces: standardScales.ces,
  sentiment: { from: -1, to: 1 },
}

const ownMeasure = (key: string, version: number, definition: SimpleDefinition): Measure => {
  const { question: source, surveys, least } = definition
  const shared = { key, version, source, surveys, least, better: betterOf(definition) }
  if (definition.of === 'mean') return { ...shared, kind: 'mean', shownAs: 'mean', cuts: {}, ends: definition.scale ?? null }
  const { positiveFrom, options } = definition
  const cuts = positiveFrom === undefined ? {} : everyKind(positiveFrom)
  return { ...shared, kind: 'csat', shownAs: 'csat', options, cuts, ends: endsOf.csat }
}

/** A metric that isn’t put together of others; undefined where there is none, or where it is an index. */
export const measureOf = (definitions: Definitions, cuts: Cuts, key: string): Measure | undefined => {
  if (key === 'sentiment' || isHeadlineMetric(key)) {
    const { version, least } = isHeadlineMetric(key)
      ? { version: definitions.standard[key].version, least: definitions.standard[key].definition.least }
      : { version: 1, least: 1 }
    const kind = kindOfMetric(key)
    return { key, version, source: key, kind, shownAs: kind, better: 'more', least, cuts, ends: endsOf[key] }
  }
  const found = findDefined(definitions, key)
  const definition = found?.definition as OwnDefinition | undefined
  return !found || !definition || definition.of === 'index' ? undefined : ownMeasure(key, found.version, definition)
}

/** What machines are told of how many answers fell where: a share of one’s own has no satisfied customers, only answers that count. */
export const countsOf = ({ key, shownAs }: Measure, counts: Summary['counts'], n: number): Summary['counts'] =>
  shownAs === 'csat' && key !== 'csat' ? { counted: counts.satisfied ?? 0, others: n - (counts.satisfied ?? 0) } : counts
