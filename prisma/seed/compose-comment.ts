import type { DemoLocale } from './demo'
import { fragmentsOf, frames, type MaterialTopic, slots } from './material'
import type { Random } from './random'

export type Tone = 'good' | 'bad' | 'mid'

export type CommentPlan = {
  locale: DemoLocale
  tone: Tone
  /** What the comment is about; the first topic is always in it. */
  topics: readonly MaterialTopic[]
  /** A product category of the surveys, so that the comment names the right thing. */
  product?: string | undefined
}

const SHORT = 0.1
const capital = { good: 'Good', bad: 'Bad', mid: 'Mid' } as const

const expand = (random: Random, fragment: string, { locale, product }: CommentPlan): string => {
  const words: Readonly<Record<string, readonly string[]>> = slots[locale]
  return fragment
    .replace(/\{([^{}]*)\}/g, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/<(\w+)>/g, (_, slot: string) =>
      random.pick(words[product && slot === 'product' ? `product.${product}` : slot] ?? ['']),
    )
}

const chooseFragments = (random: Random, plan: CommentPlan): string[] => {
  const wanted = Number(random.weighted({ '1': 42, '2': 38, '3': 20 }))
  const chosen: string[] = []
  for (let at = 0; at < wanted; at++) {
    const topic = at === 0 ? plan.topics[0] : random.pick(plan.topics)
    if (!topic) break
    const fragment = random.pick(fragmentsOf(plan.locale, topic))
    if (!chosen.includes(fragment)) chosen.push(fragment)
  }
  return chosen.map((fragment) => expand(random, fragment, plan))
}

/** Two letters swapped somewhere in a longer word, as thumbs do. */
const mistype = (random: Random, text: string): string => {
  const at = random.int(4, Math.max(4, text.length - 4))
  return /^[a-z]{2}$/.test(text.slice(at, at + 2)) ? `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}` : text
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const writeEnglish = (random: Random, open: string, parts: readonly string[], close: string): string => {
  const careless = random.chance(0.16)
  const separate = careless ? random.pick([', ', ' ', '. ', ' and ', '... ']) : random.pick(['. ', '. ', '. ', ', ', '; ', ' – '])
  const isSentence = separate.startsWith('.') && !careless
  const body = parts.map((part, at) => (isSentence && (at > 0 || /[:!]$|^$/.test(open)) ? upperFirst(part) : part)).join(separate)
  const end = careless ? random.pick(['', '', '!!']) : random.pick(['.', '.', '.', '!', ''])
  const text =
    [open, body].filter(Boolean).join(' ') +
    (close ? `${/^[.!]/.test(end) ? end : '.'} ${careless ? close : upperFirst(close)}${/\?$/.test(close) ? '' : end}` : end)
  const written = careless ? text : upperFirst(text)
  return random.chance(0.04) ? mistype(random, written) : written
}

const writeChinese = (random: Random, open: string, parts: readonly string[], close: string): string => {
  const careless = random.chance(0.18)
  const separate = careless ? random.pick([' ', '，', '。。。', '~']) : random.pick(['，', '，', '。', '；'])
  const end = careless ? random.pick(['', '', '。。。', '！！！', '~', '']) : random.pick(['。', '。', '！', ''])
  const joined = parts.join(separate)
  return `${open}${joined}${close ? `${careless ? random.pick([' ', '，']) : random.pick(['。', '，', '！'])}${close}` : ''}${end}`
}

/** One customer's words: fragments of the topics in the given tone, with the accidents of real typing. */
export const composeComment = (random: Random, plan: CommentPlan): string => {
  const frame = frames[plan.locale]
  const tone = capital[plan.tone]
  if (random.chance(SHORT)) return random.pick(frame[`short${tone}`])
  const open = random.pick(frame[`open${tone}`])
  const close = random.pick(frame[`close${tone}`])
  const parts = chooseFragments(random, plan)
  return plan.locale === 'en' ? writeEnglish(random, open, parts, close) : writeChinese(random, open, parts, close)
}
