export type EvidenceTopic = { key: string; sentiment: string | number; start: number; end: number }

export type EvidencePart = { start: number; text: string; topics: EvidenceTopic[] }

/**
 * Cuts a text at the bounds of its topics' evidence, so that each part says which topics it speaks of. Evidence may
 * overlap; what lies outside the text (an analysis of an older revision) is cut to it.
 */
export const evidenceOf = (text: string, topics: readonly EvidenceTopic[]): EvidencePart[] => {
  const within = (offset: number) => Math.min(Math.max(Math.trunc(offset), 0), text.length)
  const bounds = [0, text.length, ...topics.flatMap(({ start, end }) => [within(start), within(end)])]
  const cuts = [...new Set(bounds)].sort((a, b) => a - b)
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1] ?? text.length
    return { start, text: text.slice(start, end), topics: topics.filter((topic) => topic.start < end && topic.end > start) }
  })
}

/** What the topics say taken together. */
export const moodOf = (topics: readonly EvidenceTopic[]): 'positive' | 'neutral' | 'negative' => {
  const sum = topics.reduce((total, { sentiment }) => total + Number(sentiment), 0)
  if (Math.abs(sum) < 0.05) return 'neutral'
  return sum > 0 ? 'positive' : 'negative'
}
