import type { Question } from '../question'
import type { Draft, Item, KeyedPage, List, Place } from './operation'

type Items = readonly Item[]
type Members = Readonly<Record<string, unknown>>

export const pagesOf = (draft: Draft): readonly KeyedPage[] => draft.pages as readonly KeyedPage[]

export const findPage = (draft: Draft, key: string): KeyedPage | undefined => pagesOf(draft).find((page) => page.key === key)

/** The page that a question stands on. */
export const pageOf = (draft: Draft, question: string): KeyedPage | undefined =>
  pagesOf(draft).find(({ questions }) => questions.some(({ key }) => key === question))

export const findQuestion = (draft: Draft, key: string): Question | undefined =>
  pageOf(draft, key)?.questions.find((question) => question.key === key)

/** Where the named things of a place stand, as a list. */
export const listOf = (draft: Draft, place: Exclude<Place, readonly []>): List | undefined => {
  switch (place[0]) {
    case 'page':
      return ['pages']
    case 'quota':
      return ['quotas']
    case 'question': {
      const page = pageOf(draft, place[1])
      return page && ['questions', page.key]
    }
    default:
      return [`${place[0]}s`, place[1]]
  }
}

/** A list's items; undefined where what holds it is gone. */
export const itemsOf = (draft: Draft, list: List): Items | undefined => {
  if (list[0] === 'pages') return pagesOf(draft) as unknown as Items
  if (list[0] === 'quotas') return (draft.quotas ?? []) as unknown as Items
  if (list[0] === 'questions') return findPage(draft, list[1])?.questions as unknown as Items | undefined
  return (findQuestion(draft, list[1]) as Members | undefined)?.[list[0]] as Items | undefined
}

const keyIn = (place: Exclude<Place, readonly []>): string => place[place.length - 1] as string

/** What stands at a place; undefined where it is gone. */
export const findAt = (draft: Draft, place: Place): Members | undefined => {
  if (place.length === 0) return draft as unknown as Members
  const list = listOf(draft, place)
  return list && itemsOf(draft, list)?.find(({ key }) => key === keyIn(place))
}

const replace = <T extends { key?: string | undefined }>(
  items: readonly T[],
  key: string,
  change: (item: T) => T,
): readonly T[] => items.map((item) => (item.key === key ? change(item) : item))

const withPage = (draft: Draft, key: string, change: (page: KeyedPage) => KeyedPage): Draft => ({
  ...draft,
  pages: replace(pagesOf(draft), key, change),
})

/** The draft with another list there. Everything else stays the very same object. */
export const withItems = (draft: Draft, list: List, items: Items): Draft => {
  if (list[0] === 'pages') return { ...draft, pages: items as unknown as Draft['pages'] }
  if (list[0] === 'quotas') {
    const { quotas: _, ...rest } = draft
    return items.length > 0 ? { ...rest, quotas: items as unknown as NonNullable<Draft['quotas']> } : rest
  }
  if (list[0] === 'questions')
    return withPage(draft, list[1], (page) => ({ ...page, questions: items as unknown as readonly Question[] }))
  const page = pageOf(draft, list[1])
  return page
    ? withPage(draft, page.key, (one) => ({
        ...one,
        questions: replace(one.questions, list[1], (question) => ({ ...question, [list[0]]: items }) as Question),
      }))
    : draft
}

/** The draft with another question in place of the one that stands under that key. */
export const withQuestion = (draft: Draft, key: string, question: Question): Draft => {
  const page = pageOf(draft, key)
  return page ? withPage(draft, page.key, (one) => ({ ...one, questions: replace(one.questions, key, () => question) })) : draft
}

/** The draft with another member there; undefined takes the member away. */
export const withMember = (draft: Draft, place: Place, name: string, value: unknown): Draft => {
  const change = <T extends object>(holder: T): T => {
    const { [name as keyof T]: _, ...rest } = holder
    return (value === undefined ? rest : { ...holder, [name]: value }) as T
  }
  if (place.length === 0) return change(draft)
  const list = listOf(draft, place)
  const items = list && itemsOf(draft, list)
  return list && items ? withItems(draft, list, replace(items, keyIn(place), change)) : draft
}

/** The key of the item before the one named; null for the first. */
export const before = (items: Items, key: string): string | null =>
  items[items.findIndex((item) => item.key === key) - 1]?.key ?? null
