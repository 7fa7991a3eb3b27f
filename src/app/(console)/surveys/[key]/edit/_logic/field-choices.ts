import type { Question } from '@/domain/survey/definition'
import type { Draft, Place } from '@/domain/survey/edit/operation'
import { pagesOf } from '@/domain/survey/edit/places'
import type { FieldChoice } from '../../../../_conditions/field-choice'
import { type QuestionWords, questionFields } from '../../../../_conditions/question-fields'

/** How fields and groups are called. */
export type FieldWords = QuestionWords & {
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

/** What logic at a place may ask about: what was answered before it, and what is known of the response. */
export const fieldChoices = (draft: Draft, at: Place | 'end', words: FieldWords, isAfterPage = false): FieldChoice[] => {
  const asked = before(draft, at, isAfterPage).flatMap(({ number, questions }) =>
    questions.flatMap((question) => questionFields(question, words.page(number), words)),
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
