import { chooseLocale } from '@/domain/localized'
import { en } from './en'
import { moments } from './moments'
import type { Words } from './words'
import { zhCN } from './zh-cn'

/** Every language, for the server; a browser is sent one. A further language is one more file and one more line here. */
const all: Readonly<Record<string, Words>> = { en, 'zh-CN': zhCN }

export const wordLocales: readonly string[] = Object.keys(all)

/** The words for a locale: its own, its language's, or English. */
export const wordsFor = (locale: string): Words => {
  const key = chooseLocale(['en', ...wordLocales], [locale])
  return { ...(all[key] ?? en), ...(moments[key] ?? moments.en) }
}
