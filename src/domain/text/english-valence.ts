import { lexicon } from 'vader-sentiment/src/vader_lexicon.js'
import { ENGLISH_WORDS } from './english-lexicon'

const VADER: ReadonlyMap<string, number> = new Map(Object.entries(lexicon).filter(([word]) => /^[a-z]/.test(word)))

/** A word's own rating, −4…4; 0 for a word without opinion. */
export const englishValence = (word: string): number => ENGLISH_WORDS.get(word) ?? VADER.get(word) ?? 0

/** Known to the lexicons: good enough to call a comment of two words English. */
export const isEnglishWord = (word: string): boolean => ENGLISH_WORDS.has(word) || VADER.has(word)
