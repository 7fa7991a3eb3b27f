import { localize } from '@/domain/localized'
import { type ContactField, optionsOf, type Question, rangeOf } from '@/domain/survey/definition'
import type { FieldChoice } from './field-choice'

const gapParts = ['experience', 'expectation', 'importance'] as const

export type AnswerPart = (typeof gapParts)[number] | ContactField

/** `partName`: what the parts of a gap or a contact are called in the reader's language. */
type Naming = { locale: string; group: string; partName: (part: AnswerPart) => string }

const shorten = (text: string): string => (text.length > 80 ? `${text.slice(0, 77).trimEnd()}…` : text)

/** What a condition can ask of a question's answer: one field, or one for each part of an answer in parts; none of a statement. */
export const questionFields = (question: Question, { locale, group, partName }: Naming): FieldChoice[] => {
  const label = shorten(localize(question.text, locale))
  const whole = { field: `answer.${question.key}`, label, group }
  const named = (options: readonly { key: string; text: Parameters<typeof localize>[0] }[]) =>
    options.map(({ key, text }) => ({ value: key, label: localize(text, locale) }))
  const part = (key: string, name: string) => ({ field: `answer.${question.key}.${key}`, label: `${label} – ${name}`, group })
  const range = rangeOf(question)
  switch (question.kind) {
    case 'statement':
      return []
    case 'matrix':
      return named(question.rows).map(({ value, label: row }) => ({
        ...part(value, row),
        type: 'choice',
        choices: named(question.columns),
      }))
    case 'constant_sum':
      return named(question.options).map(({ value, label: option }) => ({
        ...part(value, option),
        type: 'number',
        min: 0,
        max: question.total,
      }))
    case 'gap':
      return gapParts.map((name) => ({
        ...part(name, partName(name)),
        type: 'number',
        min: 1,
        max: 10,
      }))
    case 'contact':
      return question.fields.map((field) => ({ ...part(field, partName(field)), type: 'text' }))
    case 'consent':
      return [{ ...whole, type: 'boolean' }]
    case 'text':
    case 'date':
    case 'file':
      return [{ ...whole, type: 'text' }]
    case 'number':
      return [{ ...whole, type: 'number' }]
    default: {
      const options = optionsOf(question)
      if (options.length > 0) return [{ ...whole, type: 'choice', choices: named(options) }]
      return [{ ...whole, type: 'number', ...(range ? { min: range.low, max: range.high } : {}) }]
    }
  }
}
