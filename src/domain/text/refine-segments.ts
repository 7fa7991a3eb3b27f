import { CHINESE_DEGREES, CHINESE_NEGATIONS, CHINESE_WORDS } from './chinese-lexicon'

const LONGEST_MODIFIER = 3
const LONGEST_SEGMENT = 5

const isModifier = (word: string) => CHINESE_DEGREES.has(word) || CHINESE_NEGATIONS.has(word)

/** Segmenters glue degrees and negations to short words (挺快, 不高, 又快又好); the rules need them apart. */
export function refineSegments(segments: readonly string[]): string[] {
  return segments.flatMap((segment) => {
    if (segment.length < 2 || segment.length > LONGEST_SEGMENT || CHINESE_WORDS.has(segment) || isModifier(segment))
      return [segment]
    if (/^[又既]/.test(segment) && segment.length === 4) return Array.from(segment)
    for (let at = Math.min(LONGEST_MODIFIER, segment.length - 1); at >= 1; at--) {
      const rest = segment.slice(at)
      if (isModifier(segment.slice(0, at)) && CHINESE_WORDS.has(rest)) return [segment.slice(0, at), rest]
    }
    return [segment]
  })
}
