import { detectLanguage } from './detect-language'
import { findEmojiValences } from './emoji-valence'
import { findKeywords } from './find-keywords'
import { type Clause, splitClauses } from './split-clauses'
import type { Span, TextHints, TextInsight, TopicMention } from './text-insight'
import { createTextModels, type TextModels, type Valence } from './text-models'
import { confidenceOf, labelOf, normalize, priorOf, round3, sumValences } from './weigh-sentiment'

/** A comment's opinion stands in its first pages; what lies beyond this many characters is kept, not read. */
export const ANALYZED_LENGTH = 20_000
const defaultModels = createTextModels()

/**
 * What a comment says: language, sentiment, topics with the clauses that are the evidence, keywords. Null for text without
 * anything visible. Total: any string is fine, broken surrogates and control characters included.
 */
export function analyzeText(text: string, hints: TextHints = {}, models: TextModels = defaultModels): TextInsight | null {
  if (text.trim() === '') return null
  const read = text.slice(0, ANALYZED_LENGTH)
  const language = detectLanguage(read, hints.locale)
  const model = models.sentimentFor(language)
  const words = model?.findValences(read) ?? []
  const valences = [...words, ...findEmojiValences(read)].sort((a, b) => a.start - b.start)
  const clauses = splitClauses(read)
  const sentences = joinSentences(clauses)
  const contrasts = model?.findContrasts(read) ?? []
  const prior = priorOf(hints, read)
  const bySentence = sentences.map((sentence) => sumValences(within(valences, sentence), within(contrasts, sentence)))
  const sum = bySentence.reduce((total, value) => total + value, prior)
  const sentiment = round3(normalize(sum))
  return {
    language,
    sentiment,
    label: labelOf(sentiment),
    confidence: confidenceOf(sum, valences, prior),
    topics: mentionTopics(models.findTopicSpans(read, language), clauses, valences, bySentence),
    keywords: findKeywords(read, language, models.segment),
  }
}

const within = <T extends Span>(sorted: readonly T[], span: Span): T[] => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as T).start < span.start) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < sorted.length && (sorted[end] as T).start < span.end) end++
  return sorted.slice(low, end)
}

function joinSentences(clauses: readonly Clause[]): Span[] {
  const sentences: (Span & { sentence: number })[] = []
  for (const clause of clauses) {
    const last = sentences.at(-1)
    if (last?.sentence === clause.sentence) last.end = clause.end
    else sentences.push({ ...clause })
  }
  return sentences
}

/** One mention per topic and clause; a clause without an opinion of its own takes its sentence's. */
function mentionTopics(
  spans: ReturnType<TextModels['findTopicSpans']>,
  clauses: readonly Clause[],
  valences: readonly Valence[],
  bySentence: readonly number[],
): TopicMention[] {
  const order = new Map([...new Set(clauses.map((clause) => clause.sentence))].map((sentence, at) => [sentence, at]))
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  return clauses.flatMap((clause) => {
    const keys = new Set(within(sorted, clause).map((span) => span.key))
    if (keys.size === 0) return []
    const own = within(valences, clause)
    const sum =
      own.length > 0 ? own.reduce((total, { valence }) => total + valence, 0) : (bySentence[order.get(clause.sentence) ?? 0] ?? 0)
    return [...keys].map((key) => ({ key, sentiment: round3(normalize(sum)), start: clause.start, end: clause.end }))
  })
}
