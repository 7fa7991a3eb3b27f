import { chooseLocale } from '@/domain/localized'

/** The languages of an `Accept-Language` header, best first; what has no quality to speak of is left out. */
export const acceptedLanguages = (header: string | null): string[] =>
  (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1])
        .find((value) => value !== undefined)
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality), position }
    })
    .filter(({ tag, quality }) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)
    .map(({ tag }) => tag)

/** What a visitor reads: what they ask for in the address, then what their browser asks for, then the survey's first. */
export const localeOf = (offered: readonly string[], asked: string | null, header: string | null): string =>
  chooseLocale(offered, [...(asked ? [asked.slice(0, 35)] : []), ...acceptedLanguages(header)])

const ownNames: Readonly<Record<string, string>> = { 'zh-CN': '简体中文', 'zh-TW': '繁體中文', 'zh-HK': '繁體中文（香港）' }

/** A language's name for itself. */
export const nameOfLanguage = (locale: string): string => {
  const name = ownNames[locale] ?? new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
