import { chooseLocale } from '@/domain/localized'
import { questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { ar } from './ar'
import { de } from './de'
import { en } from './en'
import { es } from './es'
import { fr } from './fr'
import { ja } from './ja'
import { ko } from './ko'
import { moments } from './moments'
import { pt } from './pt'
import { type Words, wordsOfKind } from './words'
import { zhCN } from './zh-cn'
import { zhTW } from './zh-tw'

/** Every language, for the server; a browser is sent one. A further language is one more file and one more line here. */
const all: Readonly<Record<string, Words>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW, ja, ko, es, fr, de, pt, ar }

export const wordLocales: readonly string[] = Object.keys(all)

/** The language that a locale's words are in: its own, one like it, or English. */
export const wordLocaleFor = (locale: string): string => chooseLocale(['en', ...wordLocales], [locale])

export const wordsFor = (locale: string): Words => {
  const key = wordLocaleFor(locale)
  return { ...(all[key] ?? en), ...(moments[key] ?? moments.en) }
}

/** What a page of this survey says: of the notices what its script may need, of the kinds those that it asks. */
export const wordsOf = (definition: Pick<SurveyDefinition, 'pages'>, { notices, ...words }: Words): Words => {
  const used = new Set<string>(questionsOf(definition).map(({ kind }) => wordsOfKind(kind)))
  const kinds = Object.fromEntries(Object.entries(words.kinds).filter(([kind]) => used.has(kind)))
  return { ...words, notices: { unavailable: notices.unavailable }, kinds } as Words
}
