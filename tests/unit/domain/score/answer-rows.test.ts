import { expect, test } from 'vitest'
import { answerRows } from '@/domain/score/answer-rows'
import type { AnswerValue, Question } from '@/domain/survey/definition'

const rows = (kind: Question['kind'], answer: AnswerValue) =>
  answerRows({ key: 'q', kind, text: 'Q' } as Question, answer).map(({ question, number, text, choices }) => [
    question,
    number ?? text ?? choices,
  ])

test.each<[Question['kind'], AnswerValue, unknown]>([
  ['nps', 9, [['q', 9]]],
  ['number', 12.5, [['q', 12.5]]],
  ['text', 'late', [['q', 'late']]],
  ['date', '2026-11-22', [['q', '2026-11-22']]],
  ['consent', true, [['q', ['yes']]]],
  ['single_choice', 'a', [['q', ['a']]]],
  ['dropdown', { other: 'mine' }, [['q', 'mine']]],
  ['multi_choice', ['a', 'b'], [['q', ['a', 'b']]]],
  ['ranking', ['c', 'a'], [['q', ['c', 'a']]]],
  [
    'matrix',
    { price: 'good', speed: 'bad' },
    [
      ['q.price', ['good']],
      ['q.speed', ['bad']],
    ],
  ],
  // A row of a matrix that is called as words of one's own are.
  [
    'matrix',
    { other: 'good', speed: 'bad' },
    [
      ['q.other', ['good']],
      ['q.speed', ['bad']],
    ],
  ],
  [
    'constant_sum',
    { a: 60, b: 40 },
    [
      ['q.a', 60],
      ['q.b', 40],
    ],
  ],
  [
    'gap',
    { experience: 3, expectation: 9, importance: 10 },
    [
      ['q.experience', 3],
      ['q.expectation', 9],
      ['q.importance', 10],
    ],
  ],
  ['contact', { email: 'mei@shop.example' }, []],
  ['file', ['0190aaaa-0000-7000-8000-000000000001'], []],
])('an answer to %s becomes rows', (kind, answer, expected) => {
  expect(rows(kind, answer)).toEqual(expected)
})

test('the customer’s own words are kept beside the choices', () => {
  expect(answerRows({ key: 'q', kind: 'multi_choice', text: 'Q', options: [] }, ['a', { other: 'mine' }])).toEqual([
    { question: 'q', kind: 'multi_choice', number: null, text: 'mine', choices: ['a', 'other'] },
  ])
})
