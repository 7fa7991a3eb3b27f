import { readableOn } from '@/domain/contrast'
import { directionOf } from '@/domain/direction'
import { chooseLocale, type Localized, localize } from '@/domain/localized'
import type { Question, SurveyDefinition } from '@/domain/survey/definition'
import { pipe } from '@/domain/survey/pipe'
import { rangeOf } from '@/domain/survey/question'
import { findVisible } from '@/domain/survey/visibility'
import { type SurveyMailWords, surveyMailWords } from '@/i18n/survey-mail-words'

/** A survey's mail: who asks, what is asked first, and for a scale one link for each of its numbers. */
export type SurveyMailContent = {
  locale: string
  direction: 'ltr' | 'rtl'
  title: string
  logo: string | undefined
  font: string | undefined
  brand: { fill: string; text: string }
  /** what stands before the first question */
  lead: readonly string[]
  question: string | undefined
  points: readonly { value: number; url: string }[]
  ends: { low: string; high: string } | undefined
  answer: string
  url: string
}

const wordsFor = (locale: string): SurveyMailWords => {
  const offered = ['en', ...Object.keys(surveyMailWords)]
  return surveyMailWords[chooseLocale(offered, [locale])] ?? (surveyMailWords.en as SurveyMailWords)
}

/** The scales whose numbers fit into a mail. A slider's are too many. */
const isPointed = ({ kind }: Question): boolean => kind === 'nps' || kind === 'csat' || kind === 'ces' || kind === 'rating'

const endsOf = (question: Question, say: (text: Localized | undefined) => string, words: SurveyMailWords) => {
  const own = 'ends' in question ? question.ends : undefined
  const ours =
    question.kind === 'nps' || question.kind === 'csat' || question.kind === 'ces' ? words.ends[question.kind] : undefined
  const [low, high] = [say(own?.low) || ours?.low, say(own?.high) || ours?.high]
  return low && high ? { low, high } : undefined
}

const tide = '#0b7285'

/** What a survey asks first, in one of its languages. `url` opens it; a number's link fills its answer in there. */
export const surveyContent = (definition: SurveyDefinition, locale: string, url: string): SurveyMailContent => {
  const words = wordsFor(locale)
  const plain = (text: Localized | undefined) => localize(text, locale, definition.locales[0])
  const say = (text: Localized | undefined) => pipe(plain(text), { definition, answers: {}, say: plain })
  const asked = findVisible(definition, {}, { id: 'mail', locale, channel: 'email' }).pages[0]?.questions ?? []
  const at = asked.findIndex(({ kind }) => kind !== 'statement')
  const first = asked[at]
  const range = first && isPointed(first) ? rangeOf(first) : undefined
  const address = new URL(url)
  address.searchParams.set('lang', locale)
  const pointTo = (key: string, value: number): string => {
    const filled = new URL(address)
    filled.searchParams.set(key, String(value))
    return filled.href
  }
  return {
    ...{ locale, direction: directionOf(locale), title: say(definition.title) },
    ...{ logo: definition.theme?.logo, font: definition.theme?.font, brand: readableOn(definition.theme?.color ?? tide) },
    lead: asked.slice(0, at === -1 ? asked.length : at).map(({ text }) => say(text)),
    question: first && say(first.text),
    points:
      first && range
        ? Array.from({ length: range.high - range.low + 1 }, (_, index) => range.low + index).map((value) => ({
            value,
            url: pointTo(first.key, value),
          }))
        : [],
    ends: first && range ? endsOf(first, say, words) : undefined,
    ...{ answer: words.answer, url: address.href },
  }
}
