import type { Span } from './search'

export type ExcerptPart = { text: string; isFound: boolean }

const edge = /[\s，。！？；、,.!?;]/u

/** Begins at the start of a word or sentence where one is near, and never within a surrogate pair. */
const beginOf = (text: string, first: number, before: number): number => {
  if (first <= before) return 0
  for (let at = first - before; at < first; at += 1) if (edge.test(text[at - 1] ?? '')) return at
  const at = first - before
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at
}

/** A text from a little before the first place that was found, in parts; "…" where something was left out before it. */
export const excerptOf = (text: string, spans: readonly Span[], { before = 60, length = 400 } = {}): ExcerptPart[] => {
  const begin = beginOf(text, spans[0]?.start ?? 0, before)
  const end = Math.min(text.length, begin + length)
  const parts: ExcerptPart[] = begin > 0 ? [{ text: '…', isFound: false }] : []
  let at = begin
  for (const span of spans) {
    if (span.end > end) break
    if (span.start > at) parts.push({ text: text.slice(at, span.start), isFound: false })
    parts.push({ text: text.slice(span.start, span.end), isFound: true })
    at = span.end
  }
  if (at < end) parts.push({ text: text.slice(at, end), isFound: false })
  return parts
}
