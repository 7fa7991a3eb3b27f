import { freeKey } from '../../free-key'
import { questionKinds } from '../question'

const longest = 32
/** Names of metrics, which only a question of that kind may have as its key. */
const metrics = ['nps', 'csat', 'ces', 'sentiment']

/** A text as a key's letters: `How fast was it?` is `how_fast_was_it`; empty for a text without Latin letters. */
const slugOf = (text: string): string => {
  const words = text
    .replace(/\{\{[^}]*\}\}/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    if (slug && slug.length + word.length + 1 > longest) break
    slug = slug ? `${slug}_${word}` : word.slice(0, longest)
  }
  return slug
}

/** A readable key that is free, made from a text; from `fallback` where the text has nothing to make one of. */
export const makeKey = (text: string, fallback: string, isTaken: (key: string) => boolean): string => {
  const slug = slugOf(text)
  const word = slug === '' ? fallback : /^[a-z]/.test(slug) ? slug : `${fallback}_${slug}`
  const isUnfit = (key: string) => key in {} || (metrics.includes(key) && key !== fallback) || isTaken(key)
  return freeKey(word, isUnfit)
}

const provisional = new RegExp(`^(${[...questionKinds, 'option', 'row', 'column'].join('|')})(_\\d+)?$`)

/** Whether a key was made before its text was there. Those of the metrics are meant as they are. */
export const isProvisional = (key: string): boolean => provisional.test(key) && !metrics.includes(key)
