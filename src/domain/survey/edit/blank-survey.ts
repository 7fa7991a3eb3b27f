import type { Draft } from './operation'

/** A survey at its very beginning: one page, nothing asked yet. */
export const blankSurvey = (touchpoint: string, title: string, locale: string): Draft => ({
  touchpoint,
  locales: [locale],
  title: { [locale]: title },
  pages: [{ key: 'page-1', questions: [] }],
  thanks: [],
  idleSeconds: 60,
})
