import { freeKey } from '../../free-key'
import type { Draft } from './operation'

/**
 * The draft with a key for every page, since edits name what they change by key. The same draft always gets the same keys,
 * so that everybody who reads it means the same page.
 */
export const withPageKeys = (draft: Draft): Draft => {
  if (draft.pages.every(({ key }) => key !== undefined)) return draft
  const taken = new Set(draft.pages.map(({ key }) => key))
  const pages = draft.pages.map((page, index) => {
    if (page.key !== undefined) return page
    const key = freeKey(`page-${index + 1}`, (one) => taken.has(one), '-')
    taken.add(key)
    return { ...page, key }
  })
  return { ...draft, pages }
}
