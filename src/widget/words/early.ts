import type { Words } from './words'

/** What a page says that is shown before the rest of the runtime is there. */
const early = ['next', 'back', 'send', 'optional', 'pageOf', 'madeWith', 'ends', 'close'] as const

const pick = (words: Words, isWanted: (name: string) => boolean): Partial<Words> =>
  Object.fromEntries(Object.entries(words).filter(([name]) => isWanted(name)))

const isEarly = (name: string): boolean => early.some((one) => one === name)

/** The words that an embed gets with the survey itself. */
export const earlyWords = (words: Words): Partial<Words> => pick(words, isEarly)

/** Those that it fetches once its first question is there. It says less than a page: one notice. */
export const lateWords = ({ notices, languages: _languages, kiosk: _kiosk, ...words }: Words) => {
  return {
    ...pick(words as Words, (name) => !isEarly(name)),
    notices: { unavailable: notices.unavailable },
  }
}
