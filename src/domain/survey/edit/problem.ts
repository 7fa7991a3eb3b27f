import type { FaultCode } from '../logic-faults'
import type { Draft, Place } from './operation'
import { pagesOf } from './places'

/** What a survey still lacks before it can be published, and where. */
export type ProblemCode =
  | FaultCode
  | 'text_missing'
  | 'text_long'
  | 'key_unfit'
  | 'key_reserved'
  | 'address_unfit'
  | 'page_empty'
  | 'no_pages'
  | 'too_few'
  | 'too_many'
  | 'out_of_range'
  | 'crossed'
  | 'statement_required'
  | 'condition_unfinished'
  | 'color_unfit'
  | 'font_unfit'
  | 'origin_unfit'
  | 'day_unfit'
  | 'nothing_chosen'
  | 'jump_nowhere'
  | 'logic_heavy'

/** `name`: the member that it is about; `about`: what the words of the problem name, such as a key or a number. */
export type Problem = { place: Place; name: string; code: ProblemCode; about?: string | undefined }

const parts = { options: 'option', rows: 'row', columns: 'column' } as const

/** The place that a path of the definition leads to (`['pages', 0, 'questions', 2, 'showIf']`), with the member there. */
export const placeOfPath = (draft: Draft, path: readonly (string | number)[]): { place: Place; name: string } => {
  const [first, at, member, index, list, position, inner] = path
  if (first === 'quotas' && typeof at === 'number') {
    const quota = draft.quotas?.[at]
    return { place: quota ? ['quota', quota.key] : [], name: String(member ?? 'quotas') }
  }
  const page = first === 'pages' && typeof at === 'number' ? pagesOf(draft)[at] : undefined
  if (!page) return { place: [], name: String(first ?? 'title') }
  const question = member === 'questions' && typeof index === 'number' ? page.questions[index] : undefined
  if (!question) return { place: ['page', page.key], name: String(member ?? 'questions') }
  const part = typeof list === 'string' && list in parts ? (list as keyof typeof parts) : undefined
  const items = part && (question as unknown as Record<string, readonly { key: string }[] | undefined>)[part]
  const item = typeof position === 'number' ? items?.[position] : undefined
  if (part && item) return { place: [parts[part], question.key, item.key], name: String(inner ?? 'text') }
  return { place: ['question', question.key], name: String(list ?? 'text') }
}
