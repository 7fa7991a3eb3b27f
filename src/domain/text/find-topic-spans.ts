import { type Span, TOPIC_KEYS, type TopicKey } from './text-insight'
import { CHINESE_TOPICS, ENGLISH_TOPICS } from './topic-patterns'

const escapeWord = (word: string) => word.replace(/[$+?^()[\]{}\\]/g, '\\$&')
const englishWord = (word: string) =>
  /^\W/.test(word) ? escapeWord(word) : `\\b${escapeWord(word).replace(/\*/g, '\\w*').replace(/ /g, '\\s+')}\\b`

const ENGLISH = TOPIC_KEYS.map((key): [TopicKey, RegExp] => [
  key,
  new RegExp(ENGLISH_TOPICS[key].split('|').map(englishWord).join('|').replaceAll("'", "['’]"), 'gi'),
])
const CHINESE = TOPIC_KEYS.map((key): [TopicKey, RegExp] => [key, new RegExp(CHINESE_TOPICS[key], 'g')])

/** Where a text names one of the standard topics; languages without seed words have none. */
export function findTopicSpans(text: string, language: string): (Span & { key: TopicKey })[] {
  const patterns = language === 'en' ? ENGLISH : language === 'zh' ? CHINESE : []
  return patterns.flatMap(([key, pattern]) =>
    Array.from(text.matchAll(pattern), (match) => ({ key, start: match.index, end: match.index + match[0].length })),
  )
}
