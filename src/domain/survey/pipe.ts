import type { Localized } from '../localized'
import { type Answers, isOther, isRecord } from './answer'
import { questionsOf, type SurveyDefinition } from './definition'
import { ownOf } from './facts'

export type Sources = {
  definition: Pick<SurveyDefinition, 'pages'>
  /** of what the customer sees */
  answers: Answers
  context?: Readonly<Record<string, unknown>> | undefined
  /** a text in the customer's language */
  say: (text: Localized | undefined) => string
}

/** `KEY`, or `KEY.part`: an answer in words, its options by what they are called. */
const wordAnswer = ({ definition, answers, say }: Sources, name: string): string => {
  const [key = '', part] = name.split('.', 2)
  const question = questionsOf(definition).find((one) => one.key === key)
  const options = question && [
    ...('options' in question ? question.options : []),
    ...('columns' in question ? question.columns : []),
  ]
  const word = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(word).filter(Boolean).join(', ')
    if (isOther(value)) return value.other
    if (typeof value === 'number') return String(value)
    if (typeof value !== 'string' || question?.kind === 'file') return ''
    return say(options?.find((option) => option.key === value)?.text) || value
  }
  const answer = ownOf(answers, key)
  if (part === undefined) return word(answer)
  return isRecord(answer) ? word(ownOf(answer, part)) : ''
}

const wordContext = (context: Sources['context'] = {}, name: string): string => {
  const value = ownOf(context, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/**
 * A text with `{{answer.KEY}}`, `{{answer.KEY.part}}` and `{{context.KEY}}` filled in; `{{answer.name|there}}` says what
 * stands for a missing one. What is missing leaves no doubled space and none before a mark. The result is plain text: whoever
 * shows it in HTML or a mail escapes it, as every other text. `write` is what becomes of each value on its way in.
 */
export const pipe = (text: string, sources: Sources, write = (value: string): string => value): string => {
  if (!text.includes('{{')) return text
  const piped = text.replace(
    /(\s*)\{\{\s*(answer|context)\.([\w.-]+)\s*(?:\|([^{}]*))?\}\}(?=([\s,.;:!?，。；：！？、]?))/g,
    (_, before: string, from: string, name: string, fallback = '', after: string) => {
      const value = (from === 'answer' ? wordAnswer(sources, name) : wordContext(sources.context, name)).trim() || fallback.trim()
      return value ? before + write(value) : after ? '' : before
    },
  )
  return piped.trim()
}

/** A value as a part of an address: nothing in it can end the part, nor lead to a folder above. */
const writeInAddress = (value: string): string => (/^\.+$/.test(value) ? '' : encodeURIComponent(value))

/** The same of an address: `https://shop.example/orders/{{context.order}}?score={{answer.nps}}`. */
export const pipeAddress = (address: string, sources: Sources): string => pipe(address, sources, writeInAddress)
