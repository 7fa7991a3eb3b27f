import type { Localized } from '@/domain/localized'
import { type ContactField, gapParts, gapRange, type Question, rangeOf } from '@/domain/survey/definition'
import type { FieldChoice } from './field-choice'

/** The parts of a gap's or a contact's answer. */
export type AnswerPart = (typeof gapParts)[number] | ContactField

/** How questions and their parts are called. */
export type QuestionWords = {
  text: (text: Localized) => string
  /** a question together with one of its parts */
  part: (question: string, part: string) => string
  partName: (part: AnswerPart) => string
}

/** What a condition can ask of a question's answer: one field, or one for each part of an answer in parts; none of a statement. */
export const questionFields = (question: Question, group: string, words: QuestionWords): FieldChoice[] => {
  const field = `answer.${question.key}`
  const label = words.text(question.text) || question.key
  const base = { field, label, group }
  const named = (text: Localized, key: string) => words.text(text) || key
  const listed = (items: readonly { key: string; text: Localized }[]) =>
    items.map(({ key, text }) => ({ value: key, label: named(text, key) }))
  const part = (name: string, called: string) => ({ field: `${field}.${name}`, label: words.part(label, called), group })
  const range = rangeOf(question)
  if (range) return [{ ...base, type: 'number', min: range.low, max: range.high }]
  switch (question.kind) {
    case 'number':
      return [{ ...base, type: 'number' }]
    case 'single_choice':
    case 'dropdown':
    case 'multi_choice':
    case 'image_choice':
    case 'ranking':
      return [{ ...base, type: 'choice', choices: listed(question.options) }]
    case 'matrix':
      return question.rows.map(({ key, text }) => ({
        ...part(key, named(text, key)),
        type: 'choice',
        choices: listed(question.columns),
      }))
    case 'constant_sum':
      return question.options.map(({ key, text }) => ({
        ...part(key, named(text, key)),
        type: 'number',
        min: 0,
        max: question.total,
      }))
    case 'gap':
      return gapParts.map((name) => ({
        ...part(name, words.partName(name)),
        type: 'number',
        min: gapRange.low,
        max: gapRange.high,
      }))
    case 'contact':
      return question.fields.map((name) => ({ ...part(name, words.partName(name)), type: 'text' }))
    case 'consent':
      return [{ ...base, type: 'boolean' }]
    case 'statement':
      return []
    default:
      return [{ ...base, type: 'text' }]
  }
}
