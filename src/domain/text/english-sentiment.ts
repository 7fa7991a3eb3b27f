import { ENGLISH_PHRASES } from './english-lexicon'
import { englishValence } from './english-valence'
import type { Span } from './text-insight'
import type { SentimentModel, Valence } from './text-models'

type Token = Span & { word: string; shouted: boolean; breaks: boolean }

const LONGEST_PHRASE = 6
const NEGATION_REACH = 3
// Hutto & Gilbert (2014), table of degree modifiers and the negation scalar.
const NEGATION = -0.74
const WISH = -0.6
const DEGREE = 0.293
const SHOUT = 0.733
const EXCLAMATION = 0.292

const NEGATIONS = new Set(
  `not no never neither nor none nobody nothing without hardly barely scarcely seldom cannot cant can't don't dont doesn't doesnt didn't didnt isn't isnt
  wasn't wasnt weren't werent aren't arent won't wont wouldn't wouldnt couldn't couldnt shouldn't shouldnt hasn't hasnt haven't havent hadn't hadnt ain't`.split(
    /\s+/,
  ),
)
const BOOSTERS = new Set(
  `very really extremely absolutely so totally completely highly incredibly super truly too particularly especially exceptionally amazingly always
  utterly entirely thoroughly unbelievably deeply hugely most such`.split(/\s+/),
)
const DAMPENERS = new Set(
  'slightly somewhat little bit fairly quite rather partly almost sometimes occasionally kinda sorta marginally a-bit'.split(' '),
)
const isNegation = (word: string) => NEGATIONS.has(word) || word.endsWith("n't")
const CONTRAST = /\b(?:but|however|although|though|except|unfortunately)\b/gi

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(/[a-z0-9]+(?:['’/-][a-z0-9]+)*/gi)) {
    const raw = match[0]
    // A full stop, comma or bracket between two words ends the reach of negations and phrases.
    const breaks = /[.!?,;:()\n]/.test(text.slice(end, match.index))
    end = match.index + raw.length
    tokens.push({
      word: raw.toLowerCase().replaceAll('’', "'"),
      shouted: /^[A-Z]{3,}$/.test(raw),
      breaks,
      start: match.index,
      end,
    })
  }
  return tokens
}

function phraseAt(tokens: Token[], at: number): { length: number; valence: number } | null {
  let words = tokens[at]?.word ?? ''
  let best: { length: number; valence: number } | null = null
  for (let length = 2; length <= LONGEST_PHRASE; length++) {
    const next = tokens[at + length - 1]
    if (!next || next.breaks) break
    words += ` ${next.word}`
    const valence = ENGLISH_PHRASES.get(words)
    if (valence !== undefined) best = { length, valence }
  }
  return best
}

/** "It could be quicker", "should be friendlier", "would be helpful": praise of what is not there. */
function isWished(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.word
  if (word === 'could' || word === 'should') return true
  return word === 'would' && (tokens[at + 1]?.word === 'be' || tokens[at + 1]?.word === 'have')
}

function modify(valence: number, tokens: Token[], at: number, isNegatable: boolean): number {
  let result = valence
  for (let back = 1; back <= NEGATION_REACH; back++) {
    if (tokens[at - back + 1]?.breaks) break
    const word = tokens[at - back]?.word
    if (word === undefined) break
    const fading = 1 - 0.05 * (back - 1)
    if (BOOSTERS.has(word) && back < 3) result += Math.sign(result) * DEGREE * fading
    else if (DAMPENERS.has(word) && back < 3) result -= Math.sign(result) * DEGREE * fading
    else if (isNegatable && isNegation(word)) return result * NEGATION
    else if (isNegatable && result > 0 && isWished(tokens, at - back)) return result * WISH
  }
  return result
}

function findValences(text: string): Valence[] {
  const tokens = tokenize(text)
  const mixedCase = tokens.some((token) => !token.shouted && token.word.length > 2)
  const found: Valence[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const phrase = phraseAt(tokens, at)
    const own = phrase?.valence ?? englishValence(token.word)
    const last = tokens[at + (phrase?.length ?? 1) - 1] as Token
    if (own !== 0) {
      let valence = modify(own, tokens, at, phrase === null || !isNegation(token.word))
      if (mixedCase && token.shouted) valence += Math.sign(valence) * SHOUT
      if (/^\s?!/.test(text.slice(last.end, last.end + 2))) valence += Math.sign(valence) * EXCLAMATION
      found.push({ start: token.start, end: last.end, valence })
    }
    if (phrase) at += phrase.length - 1
  }
  return found
}

const findContrasts = (text: string): Span[] =>
  Array.from(text.matchAll(CONTRAST), (match) => ({ start: match.index, end: match.index + match[0].length }))

/** VADER's ratings and degree rules over our own tokens, so that every rating keeps its place in the text. */
export const englishSentiment: SentimentModel = { findValences, findContrasts }
