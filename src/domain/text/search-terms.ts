import { foldWord } from './fold-word'

/**
 * One place of a text: a word, or for scripts without spaces a character together with the next one. The last character of such a
 * run stands alone, so that a single character can be found as the beginning of a term.
 */
export type SearchTerm = {
  term: string
  /** offsets in UTF-16 units; `end` is behind the second character of two, `unitEnd` behind the first */
  start: number
  unitEnd: number
  end: number
  /** whether it is of a script without spaces, and goes on from the place before */
  isPair: boolean
  goesOn: boolean
}

const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}ー'
const token = new RegExp(
  `[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+(?:['’](?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+)*|\\p{Extended_Pictographic}`,
  'gu',
)
const isUnspaced = new RegExp(`^[${unspaced}]`, 'u')

/** Longer "words" are no words; the database's limit is 2,046 bytes. */
const longest = 100

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

const wordOf = (text: string): string => {
  const word = plain(text)
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '')
  return foldWord(word).slice(0, longest)
}

/** Only what the database's notation needs no quoting for; NFKC can bring spaces and signs in. */
const isClean = (term: string): boolean => term !== '' && !/[\s'\\:*&|!()<>]/u.test(term)

/**
 * What a text can be found by, place by place: words without case and in their common form, emoji, and for Chinese, Japanese, Korean
 * and Thai each two characters that stand together. The same for texts and for what is looked for.
 */
export const searchTerms = (text: string): SearchTerm[] => {
  const tokens = [...text.matchAll(token)].map((found) => ({ text: found[0], start: found.index }))
  return tokens.flatMap(({ text: unit, start }, index): SearchTerm[] => {
    const unitEnd = start + unit.length
    const isPair = isUnspaced.test(unit)
    const before = tokens[index - 1]
    const goesOn = isPair && before !== undefined && isUnspaced.test(before.text) && before.start + before.text.length === start
    const next = tokens[index + 1]
    const mate = isPair && next?.start === unitEnd && isUnspaced.test(next.text) ? next.text : ''
    const term = isPair ? plain(unit + mate) : wordOf(unit)
    return isClean(term) ? [{ term, start, unitEnd, end: unitEnd + mate.length, isPair, goesOn }] : []
  })
}

/** A text's terms with their places, as the database's `tsvector` is written. */
export const searchVector = (text: string): string => {
  const places = new Map<string, number[]>()
  searchTerms(text).forEach(({ term }, index) => {
    const known = places.get(term)
    if (known) known.push(index + 1)
    else places.set(term, [index + 1])
  })
  return [...places].map(([term, at]) => `'${term}':${at.join(',')}`).join(' ')
}
