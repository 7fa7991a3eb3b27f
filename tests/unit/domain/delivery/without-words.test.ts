import { expect, test } from 'vitest'
import { answersWithoutWords, eventWithoutWords } from '@/domain/delivery/without-words'
import type { Question } from '@/domain/survey/definition'

const options = [{ key: 'a', text: 'A' }]
const definition = {
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', text: '?' },
        { key: 'reason', kind: 'text', text: '?' },
        { key: 'who', kind: 'contact', text: '?' },
        { key: 'one', kind: 'single_choice', options, text: '?' },
        { key: 'many', kind: 'multi_choice', options, text: '?' },
        { key: 'grid', kind: 'matrix', rows: options, columns: options, text: '?' },
      ] as unknown as Question[],
    },
  ],
}

test('what was written is left out, what was chosen stays, and “other” is told as chosen without its words', () => {
  const answers = {
    nps: 3,
    reason: 'Broken',
    who: { name: 'Ann', email: 'ann@home.example' },
    one: { other: 'by boat' },
    many: ['a', { other: 'by air' }],
    grid: { a: 'a' },
    gone: 'of a question that is no more',
  }
  const told = answersWithoutWords(answers, definition)
  expect(told).toEqual({ nps: 3, one: { other: '' }, many: ['a', { other: '' }], grid: { a: 'a' } })
})

test('a case’s event keeps who and when', () => {
  const event = { type: 'verify', at: 'now', by: 'customer', fixed: false, text: 'still broken', subject: 'Your parcel' }
  expect(eventWithoutWords(event)).toEqual({ type: 'verify', at: 'now', by: 'customer', fixed: false })
})
