import type { Localized } from '@/domain/localized'
import type { Question } from '@/domain/survey/definition'
import { gapParts, gapRange, rangeOf } from '@/domain/survey/definition'
import type { Draft, Place } from '@/domain/survey/edit/operation'
import { pagesOf } from '@/domain/survey/edit/places'
import type { FieldChoice } from '../../../../_conditions/field-choice'

/** How fields and groups are called. */
export type FieldWords = {
  text: (text: Localized) => string
  part: (question: string, part: string) => string
  gap: (part: (typeof gapParts)[number]) => string
  contact: (field: string) => string
  page: (number: number) => string
  around: { group: string; locale: string; channel: string; source: string; context: string }
  channels: readonly { value: string; label: string }[]
  languages: readonly { value: string; label: string }[]
}

/** The questions that are answered before a place is reached, page by page; `end`: when all are. */
const before = (draft: Draft, at: Place | 'end', isAfterPage: boolean): { number: number; questions: readonly Question[] }[] => {
  const pages = pagesOf(draft)
  const [kind, key] = at === 'end' ? [] : at
  const pageIndex = pages.findIndex((page) =>
    kind === 'page' ? page.key === key : page.questions.some((question) => question.key === key),
  )
  if (at === 'end' || pageIndex < 0) return pages.map(({ questions }, index) => ({ number: index + 1, questions }))
  return pages.slice(0, pageIndex + 1).map(({ questions, randomize }, index) => {
    if (index < pageIndex || (kind === 'page' && isAfterPage)) return { number: index + 1, questions }
    const end = kind === 'page' || randomize ? 0 : questions.findIndex((question) => question.key === key)
    return { number: index + 1, questions: questions.slice(0, end) }
  })
}

const choicesOf = (question: Question, words: FieldWords, group: string): FieldChoice[] => {
  const field = `answer.${question.key}`
  const label = words.text(question.text) || question.key
  const base = { field, label, group }
  const listed = (items: readonly { key: string; text: Localized }[]) =>
    items.map(({ key, text }) => ({ value: key, label: words.text(text) || key }))
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
        ...part(key, words.text(text) || key),
        type: 'choice',
        choices: listed(question.columns),
      }))
    case 'constant_sum':
      return question.options.map(({ key, text }) => ({
        ...part(key, words.text(text) || key),
        type: 'number',
        min: 0,
        max: question.total,
      }))
    case 'gap':
      return gapParts.map((name) => ({ ...part(name, words.gap(name)), type: 'number', min: gapRange.low, max: gapRange.high }))
    case 'contact':
      return question.fields.map((name) => ({ ...part(name, words.contact(name)), type: 'text' }))
    case 'consent':
      return [{ ...base, type: 'boolean' }]
    case 'statement':
      return []
    default:
      return [{ ...base, type: 'text' }]
  }
}

/** What logic at a place may ask about: what was answered before it, and what is known of the response. */
export const fieldChoices = (draft: Draft, at: Place | 'end', words: FieldWords, isAfterPage = false): FieldChoice[] => {
  const asked = before(draft, at, isAfterPage).flatMap(({ number, questions }) =>
    questions.flatMap((question) => choicesOf(question, words, words.page(number))),
  )
  const { group, locale, channel, source, context } = words.around
  return [
    ...asked,
    ...(draft.hiddenFields ?? []).map((key): FieldChoice => ({ field: `context.${key}`, label: key, group, type: 'text' })),
    { field: 'response.locale', label: locale, group, type: 'choice', choices: words.languages },
    { field: 'response.channel', label: channel, group, type: 'choice', choices: words.channels },
    { field: 'response.source', label: source, group, type: 'text' },
    { field: 'context.', label: context, group, type: 'text' },
  ]
}
