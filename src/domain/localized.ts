/** A text for people: one string for every locale, or one for each of several (`{en: …, "zh-CN": …}`). */
export type Localized = string | Readonly<Record<string, string>>

/**
 * The text in the locale asked for; else in its language (`zh` for `zh-TW`), in the fallback, in any.
 * A definition that passed its schema has at least one text.
 */
export const localize = (text: Localized | undefined, locale: string, fallback = 'en'): string => {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  const exact = text[locale]
  if (exact !== undefined) return exact
  const language = locale.split('-')[0] ?? locale
  const sameLanguage = Object.keys(text).find((key) => key.split('-')[0] === language)
  return text[sameLanguage ?? fallback] ?? text[fallback] ?? Object.values(text)[0] ?? ''
}

/** The first of the offered locales that the wanted ones (best first) ask for, by language if not exactly. */
export const chooseLocale = (offered: readonly string[], wanted: readonly string[]): string => {
  for (const want of wanted) {
    const exact = offered.find((locale) => locale.toLowerCase() === want.toLowerCase())
    if (exact) return exact
    const language = want.split('-')[0]?.toLowerCase()
    const same = offered.find((locale) => locale.split('-')[0]?.toLowerCase() === language)
    if (same) return same
  }
  return offered[0] ?? 'en'
}
