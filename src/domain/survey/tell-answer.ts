import { type Localized, localize } from '../localized'
import { type AnswerValue, isOther, isRecord } from './answer'
import { type ContactField, contactFields, type GapPart, gapParts, optionsOf, type Question } from './question'

/** What an answer needs to be told beside the survey's own texts, in the reader's language. `{text}` and `{count}` are filled in. */
export type AnswerWords = { yes: string; no: string; other: string; files: string } & Record<GapPart | ContactField, string>

/** One line of an answer: its value, with what it belongs to where there are several. */
export type AnswerLine = { label?: string; value: string }

/** An answer in the words of its question, for mails, lists and the console; in the reader's language, as far as the survey has it. */
export const tellAnswer = (question: Question, answer: AnswerValue, locale: string, words: AnswerWords): AnswerLine[] => {
  const say = (text: Localized) => localize(text, locale)
  const labels = new Map(optionsOf(question).map(({ key, text }) => [key, say(text)]))
  const choice = (one: unknown): string =>
    isOther(one) ? words.other.replace('{text}', () => one.other) : (labels.get(String(one)) ?? String(one))
  const unit = 'unit' in question && question.unit ? ` ${say(question.unit)}` : ''
  if (typeof answer === 'boolean') return [{ value: answer ? words.yes : words.no }]
  if (question.kind === 'file') return [{ value: words.files.replace('{count}', String((answer as readonly unknown[]).length)) }]
  if (Array.isArray(answer))
    return answer.map((one, index) => ({
      ...(question.kind === 'ranking' ? { label: String(index + 1) } : {}),
      value: choice(one),
    }))
  if (!isRecord(answer) || isOther(answer)) return [{ value: `${choice(answer)}${unit}` }]
  const columns = question.kind === 'matrix' ? new Map(question.columns.map(({ key, text }) => [key, say(text)])) : undefined
  const order: readonly string[] =
    question.kind === 'gap' ? gapParts : question.kind === 'contact' ? contactFields : [...labels.keys()]
  return order.flatMap((part) => {
    const value = answer[part]
    if (value === undefined || value === '') return []
    const label = labels.get(part) ?? words[part as GapPart | ContactField]
    return [{ label, value: `${columns?.get(String(value)) ?? value}${unit}` }]
  })
}
