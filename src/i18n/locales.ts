/** The languages of the console, each with its own name for itself. */
export const locales = { en: 'English', 'zh-CN': '简体中文' } as const

export type ConsoleLocale = keyof typeof locales

export const defaultLocale: ConsoleLocale = 'en'

/** Keeps the choice of a browser, for a year. */
export const localeCookie = 'earshot-locale'
export const localeCookieSeconds = 31_536_000

export const isConsoleLocale = (text: string | undefined): text is ConsoleLocale =>
  text !== undefined && Object.hasOwn(locales, text)

/** The best of our languages for an `Accept-Language` header: any Chinese is served in zh-CN. */
export const acceptedLocale = (header: string | null): ConsoleLocale => {
  const wanted = (header ?? '')
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = Number(
        parameters
          .find((parameter) => parameter.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.split('-')[0], quality: Number.isFinite(quality) ? quality : 0, position }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
  for (const { language } of wanted) {
    if (language === 'zh') return 'zh-CN'
    if (language === 'en') return 'en'
  }
  return defaultLocale
}
