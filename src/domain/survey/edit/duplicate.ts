import { numberedKey } from '../../free-key'
import type { Question } from '../question'
import { applyAll } from './apply'
import { takenIn } from './blank'
import type { Draft, Item, KeyedPage, Operation } from './operation'
import { findPage, findQuestion, listOf } from './places'
import { renameKey } from './rename'

/** A question once more behind itself, under a key of its own. */
const copyQuestion = (draft: Draft, key: string, published?: ReadonlySet<string>) => {
  const question = findQuestion(draft, key)
  const list = listOf(draft, ['question', key])
  if (!question || !list) return undefined
  const copy = numberedKey(key, takenIn(draft, published))
  const operation: Operation = { do: 'insert', in: list, after: key, item: { ...question, key: copy } as unknown as Item }
  return { key: copy, operations: [operation] }
}

/** The page with new keys for its questions; what they ask of one another they ask of the copies. */
const rekeyed = (page: KeyedPage, draft: Draft, published?: ReadonlySet<string>): readonly Question[] => {
  const made = new Set<string>()
  const isTaken = takenIn(draft, published)
  let alone: Draft = { ...draft, pages: [page], thanks: [] }
  for (const { key } of page.questions) {
    const copy = numberedKey(key, (one) => isTaken(one) || made.has(one))
    made.add(copy)
    const applied = applyAll(alone, renameKey(alone, ['question', key], copy))
    if ('draft' in applied) alone = applied.draft
  }
  return alone.pages[0]?.questions ?? []
}

const copyPage = (draft: Draft, key: string, published?: ReadonlySet<string>) => {
  const page = findPage(draft, key)
  if (!page) return undefined
  const copy = numberedKey(key, (one) => findPage(draft, one) !== undefined, '-')
  const item = { ...page, key: copy, questions: rekeyed(page, draft, published) }
  const operation: Operation = { do: 'insert', in: ['pages'], after: key, item: item as unknown as Item }
  return { key: copy, operations: [operation] }
}

/** A question or a page once more, behind itself; undefined where it is gone. */
export const duplicate = (draft: Draft, place: readonly ['page' | 'question', string], published?: ReadonlySet<string>) =>
  place[0] === 'page' ? copyPage(draft, place[1], published) : copyQuestion(draft, place[1], published)
