import type { Draft, Item, List, Operation, Place } from './operation'
import { before, findAt, itemsOf, listOf, pageOf, pagesOf } from './places'

type Named = Exclude<Place, readonly []>

const keyOf = (place: Named): string => place[place.length - 1] as string

/** Takes something away, with all that stands in it. */
export const remove = (draft: Draft, place: Named): Operation[] => {
  const list = listOf(draft, place)
  const item = findAt(draft, place) as Item | undefined
  const items = list && itemsOf(draft, list)
  return list && item && items ? [{ do: 'remove', in: list, after: before(items, item.key), item }] : []
}

/** Puts something behind another item of a list, or first. */
export const moveTo = (draft: Draft, place: Named, to: List, after: string | null): Operation[] => {
  const from = listOf(draft, place)
  return from ? [{ do: 'move', key: keyOf(place), from, to, after }] : []
}

const stepInList = (draft: Draft, place: Named, list: List, direction: -1 | 1): Operation[] | undefined => {
  const items = itemsOf(draft, list) ?? []
  const at = items.findIndex(({ key }) => key === keyOf(place))
  const next = at + direction
  if (at < 0 || next < 0 || next >= items.length) return undefined
  const after = direction === 1 ? items[next]?.key : items[next - 1]?.key
  return moveTo(draft, place, list, after ?? null)
}

/** One step up or down; a question at the end of its page goes on to the next one. Nothing where there is no further. */
export const moveStep = (draft: Draft, place: Named, direction: -1 | 1): Operation[] => {
  const list = listOf(draft, place)
  if (!list) return []
  const within = stepInList(draft, place, list, direction)
  if (within || place[0] !== 'question') return within ?? []
  const pages = pagesOf(draft)
  const here = pages.findIndex(({ key }) => key === pageOf(draft, place[1])?.key)
  const page = pages[here + direction]
  if (!page) return []
  return moveTo(draft, place, ['questions', page.key], direction === 1 ? null : (page.questions.at(-1)?.key ?? null))
}
