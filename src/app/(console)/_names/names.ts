import type { Localized } from '@/domain/localized'

/** A name in the fields of its languages: one string for all stands in the first. */
export const toNames = (name: Localized, locales: readonly string[]): Record<string, string> =>
  typeof name === 'string' ? { [locales[0] ?? 'en']: name } : { ...name }

/** Back again; undefined while no language has a text. What was one string stays one as long as no other language is given. */
export const fromNames = (names: Readonly<Record<string, string>>, before?: Localized): Localized | undefined => {
  const given = Object.entries(names)
    .map(([locale, text]) => [locale, text.trim()] as const)
    .filter(([, text]) => text !== '')
  const [first] = given
  if (!first) return undefined
  return typeof before === 'string' && given.length === 1 ? first[1] : Object.fromEntries(given)
}
