import { isEnglishWord } from './english-valence'
import { FUNCTION_WORDS } from './function-words'

const SCRIPTS: [language: string, script: RegExp][] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
]
const SAMPLE_LENGTH = 2000
// A Han character says about as much as three Latin letters, so "iPhone 很好" is Chinese.
const HAN_WEIGHT = 3

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/**
 * The language of a comment as BCP-47, `und` when nothing tells. Scripts decide first (far safer on short comments than
 * letter statistics), then votes of function words among Latin-script languages, then known English words, then the locale.
 */
export function detectLanguage(text: string, locale?: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH)
  const latin = count(sample, /\p{Script=Latin}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const han = count(sample, /\p{Script=Han}/gu)
  // Chinese comments borrow a lone の; Japanese ones are full of kana.
  const isBorrowed = kana === 1 && sample.includes('の')
  if (kana > 0 && !isBorrowed && kana * 5 >= han && (kana + han) * HAN_WEIGHT >= latin) return 'ja'
  let best = { language: 'latin', weight: latin }
  if (han * HAN_WEIGHT >= latin && han > 0) best = { language: 'zh', weight: han * HAN_WEIGHT }
  for (const [language, script] of SCRIPTS) {
    const weight = count(sample, script)
    if (weight > best.weight) best = { language, weight }
  }
  if (best.language !== 'latin') return best.language
  return latin === 0 ? 'und' : detectLatin(sample, locale)
}

function detectLatin(sample: string, locale: string | undefined): string {
  const words = sample.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  const votes = new Map<string, number>()
  for (const word of words) {
    for (const language of FUNCTION_WORDS.get(word.replace('’', "'")) ?? []) votes.set(language, (votes.get(language) ?? 0) + 1)
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (first && first[1] > (second?.[1] ?? 0)) return first[0]
  if (votes.has('en') && votes.get('en') === first?.[1]) return 'en'
  if (words.some(isEnglishWord)) return 'en'
  const hinted = locale?.split('-')[0]
  return hinted && LATIN_LANGUAGES.has(hinted) ? hinted : 'und'
}

const LATIN_LANGUAGES = new Set([...FUNCTION_WORDS.values()].flat())
