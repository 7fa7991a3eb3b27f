import type { SentimentLabel, Span, TextHints } from './text-insight'
import type { Valence } from './text-models'

// Hutto & Gilbert (2014): x / √(x² + α) squeezes a sum of ratings into −1…1.
const ALPHA = 15
const BEFORE_CONTRAST = 0.5
const AFTER_CONTRAST = 1.5
// How much a score or the question's direction weighs beside words, in units of valence.
const RATING_WEIGHT = 3
const IMPROVEMENTS_WEIGHT = -2.6
const STRENGTHS_WEIGHT = 2.6
const NOTHING =
  /^\s*(?:nothing|no|none|nope|nowt|n\/a|nil|not (?:a lot|much|really)|i can'?t|can'?t|没有|没什么|没啥|无|暂无|没)(?![\p{L}])/iu
const NOTHING_TURNS = -0.7
const NEUTRAL_BELOW = 0.2

export const round3 = (value: number) => Math.round(value * 1000) / 1000 + 0

export const normalize = (sum: number) => sum / Math.sqrt(sum * sum + ALPHA)

/** Sum of valences with "A but B" counting B for more, within one sentence. */
export function sumValences(valences: readonly Valence[], contrasts: readonly Span[]): number {
  let sum = 0
  for (const { start, valence } of valences) {
    const isAfter = contrasts.some((contrast) => contrast.end <= start)
    const isBefore = contrasts.some((contrast) => contrast.start > start)
    sum += valence * (isAfter ? AFTER_CONTRAST : isBefore ? BEFORE_CONTRAST : 1)
  }
  return sum
}

/** What is to be expected before reading a word, in units of valence. */
export function priorOf(hints: TextHints, text: string): number {
  let prior = hints.asks === 'improvements' ? IMPROVEMENTS_WEIGHT : hints.asks === 'strengths' ? STRENGTHS_WEIGHT : 0
  // "What could we do better?" – "Nothing": the question's direction turns round.
  if (prior !== 0 && NOTHING.test(text)) prior *= NOTHING_TURNS
  const rating = hints.rating
  if (rating && rating.high !== rating.low) {
    const position = (rating.value - rating.low) / (rating.high - rating.low)
    prior += RATING_WEIGHT * (Math.min(1, Math.max(0, position)) * 2 - 1)
  }
  return prior
}

export const labelOf = (sentiment: number): SentimentLabel =>
  sentiment <= -NEUTRAL_BELOW ? 'negative' : sentiment >= NEUTRAL_BELOW ? 'positive' : 'neutral'

/** Much evidence that agrees is sure; none at all, or praise and blame in balance, is not. */
export function confidenceOf(sum: number, valences: readonly Valence[], prior: number): number {
  const evidence = valences.reduce((total, { valence }) => total + Math.abs(valence), 0) + Math.abs(prior) / 2
  if (evidence === 0) return 0
  const agreement = Math.min(1, Math.abs(sum) / evidence)
  return round3((1 - Math.exp(-evidence / 3)) * agreement)
}
