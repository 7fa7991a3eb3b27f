import { CHINESE_CONTRAST, CHINESE_DEGREES, CHINESE_NEGATIONS, CHINESE_WORDS } from './chinese-lexicon'
import { refineSegments } from './refine-segments'
import type { Span } from './text-insight'
import type { Segment, SentimentModel, Valence } from './text-models'

const LONGEST_WORD = 7
const REACH = 3
const NEGATION = -0.8
const EXCLAMATION = 1.12
const ENDS_REACH = /[，。！？；：、,.!?;:~…\s]/

/** The longest lexicon word that starts at this segment and ends at a segment's end, so 好 is not found in 好像. */
function wordAt(segments: readonly string[], at: number): { segments: number; valence: number } | null {
  let word = ''
  let best: { segments: number; valence: number } | null = null
  for (let count = 1; at + count <= segments.length && word.length < LONGEST_WORD; count++) {
    word += segments[at + count - 1]
    const valence = CHINESE_WORDS.get(word)
    if (valence !== undefined) best = { segments: count, valence }
  }
  return best
}

/** Negations and degrees before a word; "很不满意" keeps its degree, "不是很满意" is turned but weakened. */
function modify(valence: number, segments: readonly string[], at: number, end: number): number {
  // 一点问题都没有: the negation that comes after.
  const isDeniedAfter =
    /^[都也](没|不)/.test(segments.slice(end, end + 2).join('')) &&
    /[点丝毫]/.test(segments.slice(Math.max(0, at - 2), at).join(''))
  let result = isDeniedAfter ? valence * NEGATION : valence
  for (let back = 1; back <= REACH; back++) {
    const word = segments[at - back]
    if (word === undefined || ENDS_REACH.test(word)) break
    const degree = CHINESE_DEGREES.get(word)
    if (CHINESE_NEGATIONS.has(word)) result *= NEGATION
    else if (degree !== undefined) result *= degree
  }
  return result
}

const findContrasts = (text: string): Span[] =>
  Array.from(text.matchAll(CHINESE_CONTRAST), (match) => ({ start: match.index, end: match.index + match[0].length }))

export function createChineseSentiment(segment: Segment): SentimentModel {
  const findValences = (text: string): Valence[] => {
    const segments = refineSegments(segment(text))
    const found: Valence[] = []
    let start = 0
    for (let at = 0; at < segments.length; ) {
      const word = wordAt(segments, at)
      const taken = word?.segments ?? 1
      const end = start + segments.slice(at, at + taken).reduce((length, part) => length + part.length, 0)
      if (word) {
        const exclaimed = /^[!！]/.test(segments[at + taken] ?? '')
        found.push({ start, end, valence: modify(word.valence, segments, at, at + taken) * (exclaimed ? EXCLAMATION : 1) })
      }
      start = end
      at += taken
    }
    return found
  }
  return { findValences, findContrasts }
}
