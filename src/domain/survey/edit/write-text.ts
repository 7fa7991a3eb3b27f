import type { Localized } from '../../localized'

/** The text as it stands in exactly this language; '' where it has none. A text without languages is the first one's. */
export const textIn = (text: Localized | undefined, locale: string, locales: readonly string[]): string => {
  if (text === undefined) return ''
  if (typeof text === 'string') return locale === (locales[0] ?? locale) ? text : ''
  return text[locale] ?? ''
}

/** The text with other words in one language. Empty words take the language away; nothing left is undefined. */
export const withText = (
  text: Localized | undefined,
  locale: string,
  words: string,
  locales: readonly string[],
): Localized | undefined => {
  const [source = locale] = locales
  if (typeof text === 'string' || text === undefined) {
    if (locale === source && (locales.length <= 1 || typeof text === 'string')) return words || undefined
    return withText(text ? { [source]: text } : {}, locale, words, locales)
  }
  const { [locale]: _, ...others } = text
  const changed = words ? { ...others, [locale]: words } : others
  return Object.keys(changed).length > 0 ? changed : undefined
}
