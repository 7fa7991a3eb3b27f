const vowel = /[aeiouy]/

/** "stopped" is "stop", but "tell" and "miss" stay. */
const undouble = (stem: string): string => (/([bdfgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem)

const withoutPlural = (word: string): string => {
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2)
  return /[^siu]s$/.test(word) ? word.slice(0, -1) : word
}

const withoutEnding = (word: string): string => {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`
  for (const ending of ['ing', 'ed']) {
    const stem = word.endsWith(ending) ? word.slice(0, -ending.length) : ''
    if (stem.length > 2 && vowel.test(stem)) return undouble(stem)
  }
  return word
}

/**
 * What the forms of an English word have in common: "arrived", "arrives" and "arriving" are one. Deliberately light: it cuts plurals
 * and the two endings of verbs, so that what is found is what was meant. Other words stay as they are. Takes lower case.
 */
export const foldWord = (word: string): string => {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const folded = withoutEnding(withoutPlural(word))
  return folded.length > 4 && /[^aeiou]e$/.test(folded) ? folded.slice(0, -1) : folded
}
