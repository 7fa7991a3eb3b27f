import { CHINESE_STOP_WORDS, ENGLISH_STOP_WORDS } from './stop-words'
import type { Segment } from './text-models'

const MOST_KEYWORDS = 8

/** The words a comment is about: most frequent first, then in the order of the text, without stop words. */
export function findKeywords(text: string, language: string, segment: Segment): string[] {
  const words = language === 'zh' ? chineseWords(text, segment) : alphabeticWords(text, language)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_KEYWORDS)
    .map(([word]) => word)
}

const chineseWords = (text: string, segment: Segment) =>
  segment(text).filter((word) => word.length >= 2 && /^\p{Script=Han}+$/u.test(word) && !CHINESE_STOP_WORDS.has(word))

// Japanese, Thai and the like write no blanks: words that cannot be told apart make no keywords.
const alphabeticWords = (text: string, language: string) =>
  ['ja', 'th'].includes(language)
    ? []
    : (text.toLowerCase().match(/\p{L}[\p{L}\p{M}'’-]{2,29}/gu) ?? [])
        .map((word) => word.replaceAll('’', "'").replace(/'s$|['-]+$/g, ''))
        .filter((word) => word.length >= 3 && !(language === 'en' && ENGLISH_STOP_WORDS.has(word)))
