export type SentimentLabel = 'negative' | 'neutral' | 'positive'

/** Offsets count UTF-16 code units of the analyzed text, `[start, end)`, as `String.prototype.slice` takes them. */
export type Span = { start: number; end: number }

/** A topic and the clause that speaks of it; `sentiment` (−1…1) is that clause's own. */
export type TopicMention = Span & { key: TopicKey; sentiment: number }

export type TextInsight = {
  /** BCP-47; `und` when nothing in the text tells. */
  language: string
  /** −1…1, three decimals. */
  sentiment: number
  label: SentimentLabel
  /** 0…1: how much evidence there is and how well it agrees; low values mean "ask a person". */
  confidence: number
  topics: TopicMention[]
  keywords: string[]
}

/** What is known about an answer besides its words. */
export type TextHints = {
  locale?: string
  /** The customer's own score; `low` is the worst end of the scale even where that is the larger number. */
  rating?: { value: number; low: number; high: number }
  /** What the question asked for: an answer to "what could we do better?" names a problem even in friendly words. */
  asks?: 'strengths' | 'improvements'
}

export const TOPIC_KEYS = [
  'speed_waiting',
  'staff_service',
  'price_value',
  'product_quality',
  'environment',
  'location_access',
  'communication',
  'process_booking',
  'loss_damage',
] as const

export type TopicKey = (typeof TOPIC_KEYS)[number]
