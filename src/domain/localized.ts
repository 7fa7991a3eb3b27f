/** A text for people: one string for every locale, or one for each of several (`{en: …, "zh-CN": …}`). */
export type Localized = string | Readonly<Record<string, string>>

const languageOf = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? ''

/** Whoever reads Traditional Chinese in Hong Kong reads it in Taiwan's words rather than Simplified. */
const scriptOf = (locale: string): string =>
  languageOf(locale) + (/^zh\b(?!-hans).*-(hant|tw|hk|mo)\b/i.test(locale) ? '-hant' : '')

/** Of the offered locales the one that is asked for; else the first in its language and script, or in its language. */
const findLike = (offered: readonly string[], wanted: string): string | undefined =>
  offered.find((locale) => locale.toLowerCase() === wanted.toLowerCase()) ??
  offered.find((locale) => scriptOf(locale) === scriptOf(wanted)) ??
  offered.find((locale) => languageOf(locale) === languageOf(wanted))

/**
 * The text in the locale asked for; else in one like it (`zh` for `zh-CN`, `zh-TW` for `zh-HK`), in the fallback, in any.
 * A definition that passed its schema has at least one text.
 */
export const localize = (text: Localized | undefined, locale: string, fallback = 'en'): string => {
  if (text === undefined) return ''
  if (typeof text === 'string') return text
  return text[findLike(Object.keys(text), locale) ?? fallback] ?? text[fallback] ?? Object.values(text)[0] ?? ''
}

/** The first of the offered locales that the wanted ones (best first) ask for, or one like it. */
export const chooseLocale = (offered: readonly string[], wanted: readonly string[]): string => {
  for (const want of wanted) {
    const like = findLike(offered, want)
    if (like !== undefined) return like
  }
  return offered[0] ?? 'en'
}
