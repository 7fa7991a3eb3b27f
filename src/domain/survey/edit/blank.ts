import { freeKey } from '../../free-key'
import { type Question, type QuestionKind, questionsOf } from '../definition'
import type { Draft, Item, KeyedPage, Operation } from './operation'
import { findPage } from './places'

type Texts = { options?: readonly string[]; rows?: readonly string[]; columns?: readonly string[] }

const listed = (name: string, texts: readonly string[] = ['', '']) =>
  texts.map((text, at) => ({ key: at === 0 ? name : `${name}_${at + 1}`, text }))

/** A new question of a kind, with every setting that the kind can't be without. */
export const blankQuestion = (kind: QuestionKind, key: string, texts: Texts = {}): Question => {
  const base = { key, text: '' }
  const options = listed('option', texts.options)
  switch (kind) {
    case 'rating':
      return { ...base, kind, scale: 5 }
    case 'slider':
      return { ...base, kind, low: 0, high: 100, step: 1 }
    case 'single_choice':
    case 'dropdown':
    case 'multi_choice':
    case 'ranking':
      return { ...base, kind, options }
    case 'image_choice':
      return { ...base, kind, options: options.map((option) => ({ ...option, image: '' })) }
    case 'matrix':
      return { ...base, kind, rows: listed('row', texts.rows), columns: listed('column', texts.columns) }
    case 'constant_sum':
      return { ...base, kind, options, total: 100 }
    case 'contact':
      return { ...base, kind, fields: ['name', 'email', 'phone', 'company'] }
    case 'file':
      return { ...base, kind, maximum: 1, maxBytes: 5 * 1024 * 1024, types: ['image', 'pdf', 'document'] }
    default:
      return { ...base, kind }
  }
}

/** Whether a key is a question's, of this draft or of a version that was published before. */
export const takenIn =
  (draft: Draft, published: ReadonlySet<string> = new Set()) =>
  (key: string): boolean =>
    published.has(key) || questionsOf(draft).some((question) => question.key === key)

type NewQuestion = { kind: QuestionKind; page: string; after: string | null; published?: ReadonlySet<string> }

/** A new question behind another one; its key is told from its kind until it has a text. */
export const addQuestion = (draft: Draft, { kind, page, after, published }: NewQuestion) => {
  const key = freeKey(kind, takenIn(draft, published))
  const item = blankQuestion(kind, key) as unknown as Item
  const operation: Operation = { do: 'insert', in: ['questions', page], after, item }
  return { key, operations: [operation] }
}

/** A new page without questions behind another one. */
export const addPage = (draft: Draft, after: string | null) => {
  const key = freeKey(`page-${draft.pages.length + 1}`, (one) => findPage(draft, one) !== undefined, '-')
  const item: KeyedPage = { key, questions: [] }
  const operation: Operation = { do: 'insert', in: ['pages'], after, item: item as unknown as Item }
  return { key, operations: [operation] }
}
