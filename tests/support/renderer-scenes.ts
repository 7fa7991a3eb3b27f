import '@/widget/view/install-parts'
import { questionsOf } from '@/domain/survey/definition'
import { sceneOf } from '@/widget/runtime/scene'
import { findFaults } from '@/widget/steps'
import { wordsFor } from '@/widget/words/all'
import { allKinds } from './all-kinds'

const definition = allKinds('scenes')
export const pageCount = definition.pages.length

/** An answer of each kind, wherever markup says what was given. */
const given = {
  ...{ nps: 9, csat: 1, stars: 4, quiet: 55, drink: { other: 'Mate' }, liked: ['pool', 'view'], city: 'evora', picture: 'sea' },
  ...{
    order: ['place', 'price'],
    parts: { desk: 'good' },
    spent: { work: 60 },
    gap: { experience: 1 },
    short: 'A "quote" & <b>',
    long: 'Two\nlines',
  },
  ...{ nights: 2.5, day: '2024-02-29', person: { name: 'Ana' }, agreed: true },
}

/** A page of a survey of every kind: untouched, answered, or sent too early; the page after the last one is the thanks. */
export const makeScene = (locale: string, pageIndex: number, way: 'untouched' | 'answered' | 'wrong') => {
  const answers = way === 'answered' ? given : {}
  const place = { id: 'any', version: 1, locale, pageIndex, revision: 0, startedAt: '2026-01-01T00:00:00Z', context: {} }
  const page = definition.pages[pageIndex]
  const faults =
    way === 'wrong' && page ? findFaults({ page, index: pageIndex, questions: questionsOf(definition) }, { short: 'x' }) : {}
  const setting = { definition, words: wordsFor(locale) }
  return sceneOf(setting, { place, given: answers, answers: {}, faults, end: page ? 'none' : 'sent' })
}
