import { ja, ko, zhCN, zhTW } from './eastern'
import { ar, de, en, es, fr, pt } from './western'
import type { VerifyWords } from './words'

/** Every language that customers are asked in. */
const all: Readonly<Record<string, VerifyWords>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW, ja, ko, es, fr, de, pt, ar }

export const verifyLocales = Object.keys(all)

/** The words of one of those languages. */
export const verifyWords = (locale: string): VerifyWords => all[locale] ?? en

export type { VerifyWords } from './words'
