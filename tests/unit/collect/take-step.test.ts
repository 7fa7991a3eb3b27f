import { expect, test } from 'vitest'
import { type Move, takeStep } from '@/collect/survey/take-step'
import type { SurveyDefinition } from '@/domain/survey/definition'

const definition: SurveyDefinition = {
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', required: true, text: 'NPS?' },
        { key: 'love', kind: 'text', required: true, text: 'What?', showIf: { field: 'answer.nps', op: 'eq', value: 10 } },
      ],
    },
    { showIf: { field: 'answer.nps', op: 'lte', value: 6 }, questions: [{ key: 'reason', kind: 'text', text: 'Why?' }] },
    { questions: [{ key: 'end', kind: 'rating', scale: 5, text: 'End?' }] },
  ],
}
const from = (pageIndex: number, given: Record<string, unknown>, shown?: string[], move: Move = 'next') =>
  takeStep({ definition, given, around: {}, pageIndex, shown, move })

test('a page leads to the next one that the answers show', () => {
  expect(from(0, { nps: 3 }, ['nps'])).toEqual({ kind: 'show', pageIndex: 1, faults: {} })
  expect(from(0, { nps: 8 }, ['nps'])).toEqual({ kind: 'show', pageIndex: 2, faults: {} })
  expect(from(2, { nps: 8 }, ['end'])).toEqual({ kind: 'complete' })
})

test('a fault keeps the customer on the page', () => {
  expect(from(0, {}, ['nps'])).toEqual({ kind: 'show', pageIndex: 0, faults: { nps: { code: 'required' } } })
  expect(from(0, { nps: 11 }, ['nps'])).toMatchObject({ pageIndex: 0, faults: { nps: { code: 'out_of_range' } } })
})

test('a question that its own page’s answers bring up is asked before it can be wrong', () => {
  expect(from(0, { nps: 10 }, ['nps'])).toEqual({ kind: 'show', pageIndex: 0, faults: {} })
  expect(from(0, { nps: 10 }, ['nps', 'love'])).toMatchObject({ pageIndex: 0, faults: { love: { code: 'required' } } })
  expect(from(0, { nps: 10, love: 'all' }, ['nps', 'love'])).toMatchObject({ pageIndex: 2 })
})

test('back checks nothing and skips what is hidden', () => {
  expect(from(2, { nps: 8, end: 99 }, ['end'], 'back')).toEqual({ kind: 'show', pageIndex: 0, faults: {} })
  expect(from(2, { nps: 2 }, ['end'], 'back')).toEqual({ kind: 'show', pageIndex: 1, faults: {} })
  expect(from(0, {}, ['nps'], 'back')).toEqual({ kind: 'show', pageIndex: 0, faults: {} })
})

test('another language shows the same page without a word about what is open', () => {
  expect(from(0, {}, ['nps'], 'stay')).toEqual({ kind: 'show', pageIndex: 0, faults: {} })
})

test('the end goes back to a page that was skipped by hand', () => {
  expect(from(2, {}, ['end'])).toMatchObject({ kind: 'show', pageIndex: 0, faults: { nps: { code: 'required' } } })
})

test('a page that the answers hide leads on', () => {
  expect(from(1, { nps: 9 }, ['reason'])).toEqual({ kind: 'show', pageIndex: 2, faults: {} })
})
