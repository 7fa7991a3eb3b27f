import { type Comparison, differenceOf } from '../analysis/compare-sums'
import { pValueOf } from '../analysis/p-value'
import { noSums, type Summary, type Sums, summarize } from '../analysis/summarize'
import type { MetricKind } from '../score/score'
import type { Better } from './better'
import type { Measure } from './measure'

export type WeighedPart = { measure: Measure; weight: number }
export type Ends = { from: number; to: number }

/** Sums of a metric by its key; `noSums` where nobody has answered. */
export type SumsOf = (key: string) => Sums

/** A part of an index as it stands: its own number, the same put on 0–100 from its worst to its best, and the share of the whole that it weighs. */
export type PartScore = {
  key: string
  version: number
  weight: number
  share: number
  shownAs: MetricKind
  summary: Summary
  score: number | null
}

/** 0 is the worst that a part can be and 100 the best. */
const rescale = (value: number, { ends, better }: { ends: Ends; better: Better }): number => {
  const share = (100 * (value - ends.from)) / (ends.to - ends.from)
  return better === 'more' ? share : 100 - share
}

const weightOf = (parts: readonly WeighedPart[]): number => parts.reduce((sum, { weight }) => sum + weight, 0)

/** Values without ends have no place on 0–100; the schema's check keeps them out of an index. */
const scaleOf = ({ key, ends, better }: Measure): { ends: Ends; better: Better } => {
  if (!ends) throw new Error(`"${key}" has no ends, so it can't be part of an index`)
  return { ends, better }
}

/** The bound of a part that gives this bound of an index: where less is better, they change places. */
const boundOf = ({ low, high, value }: Summary, bound: 'value' | 'low' | 'high', better: Better): number | null => {
  if (bound === 'value') return value
  return (bound === 'low') === (better === 'more') ? low : high
}

export const scoreParts = (parts: readonly WeighedPart[], sumsOf: SumsOf): PartScore[] => {
  const whole = weightOf(parts)
  return parts.map(({ measure, weight }) => {
    const summary = summarize(measure.kind, sumsOf(measure.key), measure.least)
    const score = summary.value === null ? null : rescale(summary.value, scaleOf(measure))
    return { key: measure.key, version: measure.version, weight, share: weight / whole, shownAs: measure.shownAs, summary, score }
  })
}

/**
 * An index, 0 … 100: the weighted mean of its parts, each put on 0–100 from the worst end of its values to the best. Parts come from the
 * same people, so they vary together in a way that sums don't know. By the delta method the variance is Σ Σ aᵢaⱼ·covᵢⱼ, and by
 * Cauchy and Schwarz no covariance exceeds SEᵢ·SEⱼ: the standard error is at most Σ aᵢ·SEᵢ, so the weighted bounds of the parts
 * hold whatever the correlations are. `n` is that of the part with the fewest answers; without a number of each part there is none.
 */
export const summarizeIndex = (parts: readonly WeighedPart[], sumsOf: SumsOf, least = 1): Summary => {
  const scored = scoreParts(parts, sumsOf)
  const n = Math.min(...scored.map(({ summary }) => summary.n))
  // Where a part has no answers at all, there is nothing that is kept back.
  const isUnanswered = scored.some(({ summary }) => summary.n === 0 && summary.hidden === undefined)
  const hidden = isUnanswered ? undefined : scored.find(({ summary }) => summary.hidden !== undefined)?.summary.hidden
  const isHidden = hidden === undefined ? {} : { hidden }
  const none: Summary = { n, value: null, low: null, high: null, counts: {}, ...isHidden }
  if (n < least || scored.some(({ score }) => score === null)) return none
  const add = (bound: 'value' | 'low' | 'high'): number | null => {
    let sum = 0
    for (const [at, { summary, share }] of scored.entries()) {
      const part = parts[at]
      const value = part ? boundOf(summary, bound, part.measure.better) : null
      if (!part || value === null) return null
      sum += share * rescale(value, scaleOf(part.measure))
    }
    return sum
  }
  return { n, value: add('value'), low: add('low'), high: add('high'), counts: {}, ...isHidden }
}

/** How an index differs from another time or group: each part's difference with its own interval, put on 0–100 and weighed, with bounds that hold whatever the correlations are. */
export const compareIndex = (
  parts: readonly WeighedPart[],
  now: SumsOf,
  before: SumsOf,
  least = 1,
  confidence = 0.95,
): Comparison | null => {
  const whole = weightOf(parts)
  const at = (sure: number): { difference: number; low: number; high: number } | null => {
    const sum = { difference: 0, low: 0, high: 0 }
    for (const { measure, weight } of parts) {
      const [a, b] = [now(measure.key), before(measure.key)]
      const fewest = Math.max(least, measure.least, 1)
      const one = Math.min(a.n, b.n) < fewest ? null : differenceOf(measure.kind, a, b, sure)
      if (!one) return null
      const { ends, better } = scaleOf(measure)
      const scale = (100 * weight) / whole / (ends.to - ends.from)
      const turned = better === 'more' ? one : { difference: -one.difference, low: -one.high, high: -one.low }
      sum.difference += scale * turned.difference
      sum.low += scale * turned.low
      sum.high += scale * turned.high
    }
    return sum
  }
  const difference = at(confidence)
  if (!difference) return null
  const p = pValueOf((sure) => at(sure) ?? difference)
  return { ...difference, p, isSignificant: difference.low > 0 || difference.high < 0 }
}

export const noSumsOf: SumsOf = () => noSums
