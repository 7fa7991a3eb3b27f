import type { Localized } from '@/domain/localized'

/** A name as it was written; undefined while no language has a text. What was one text for all stays one as long as no other language is given. */
export const tidyName = (name: Localized, before?: Localized): Localized | undefined => {
  if (typeof name === 'string') return name.trim() || undefined
  const given = Object.entries(name)
    .map(([locale, text]) => [locale, text.trim()] as const)
    .filter(([, text]) => text !== '')
  const [first] = given
  if (!first) return undefined
  return typeof before === 'string' && given.length === 1 ? first[1] : Object.fromEntries(given)
}
