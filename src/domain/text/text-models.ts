import { createChineseSentiment } from './chinese-sentiment'
import { englishSentiment } from './english-sentiment'
import { findTopicSpans } from './find-topic-spans'
import { segmentByIntl } from './segment-by-intl'
import type { Span, TopicKey } from './text-insight'

/** Splits Chinese text into words; joined again they give the text back, except that broken surrogates may be replaced one for one. */
export type Segment = (text: string) => string[]

/** One sentiment-bearing piece of evidence; `valence` is on VADER's −4…4 scale, after negation and degree. */
export type Valence = Span & { valence: number }

export type SentimentModel = {
  /** Evidence in the order of the text. */
  findValences(text: string): Valence[]
  /** Words that turn the weight to what follows ("but", 但是). */
  findContrasts(text: string): Span[]
}

/** Everything language-specific. Swap a member to swap the model; `analyzeText` itself knows no language. */
export type TextModels = {
  sentimentFor(language: string): SentimentModel | undefined
  findTopicSpans(text: string, language: string): (Span & { key: TopicKey })[]
  segment: Segment
}

export function createTextModels(options: { segment?: Segment } = {}): TextModels {
  const segment = rememberLast(options.segment ?? segmentByIntl)
  const chinese = createChineseSentiment(segment)
  const byLanguage: Record<string, SentimentModel | undefined> = { en: englishSentiment, zh: chinese }
  return { sentimentFor: (language) => byLanguage[language], findTopicSpans, segment }
}

/** Sentiment and keywords ask for the same text one after the other. */
function rememberLast(segment: Segment): Segment {
  let last = { text: '', parts: [] as string[] }
  return (text) => {
    if (last.text !== text) last = { text, parts: segment(text) }
    return last.parts
  }
}
