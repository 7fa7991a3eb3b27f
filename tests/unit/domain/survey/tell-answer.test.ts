import { expect, test } from 'vitest'
import type { AnswerValue, Question } from '@/domain/survey/definition'
import { tellAnswer } from '@/domain/survey/tell-answer'
import { answerWords } from '@/i18n/answer-words'

const options = [
  { key: 'a', text: { en: 'Apple', 'zh-CN': '苹果' } },
  { key: 'b', text: { en: 'Pear', 'zh-CN': '梨' } },
]
const tell = (question: object, answer: AnswerValue, locale = 'en') =>
  tellAnswer({ key: 'q', text: 'Q', ...question } as Question, answer, locale, answerWords(locale)).map(({ label, value }) =>
    label ? `${label}: ${value}` : value,
  )

test.each<[object, AnswerValue, string[]]>([
  [{ kind: 'nps' }, 3, ['3']],
  [{ kind: 'number', unit: 'kg' }, 2.5, ['2.5 kg']],
  [{ kind: 'text' }, 'Late', ['Late']],
  [{ kind: 'consent' }, true, ['Yes']],
  [{ kind: 'single_choice', options }, 'a', ['Apple']],
  [{ kind: 'single_choice', options }, { other: 'Plum $&' }, ['Other: Plum $&']],
  [{ kind: 'multi_choice', options }, ['b', { other: 'Plum' }], ['Pear', 'Other: Plum']],
  [{ kind: 'ranking', options }, ['b', 'a'], ['1: Pear', '2: Apple']],
  [{ kind: 'matrix', rows: options, columns: [{ key: 'good', text: 'Good' }] }, { b: 'good' }, ['Pear: Good']],
  [{ kind: 'constant_sum', options, total: 100, unit: '%' }, { a: 60, b: 40 }, ['Apple: 60 %', 'Pear: 40 %']],
  [{ kind: 'gap' }, { importance: 9, experience: 4, expectation: 8 }, ['Experience: 4', 'Expectation: 8', 'Importance: 9']],
  [{ kind: 'contact', fields: ['name', 'email'] }, { email: 'mei@shop.example', name: '' }, ['Email: mei@shop.example']],
  [{ kind: 'file' }, ['one', 'two'], ['Files: 2']],
])('%j answered %j reads %j', (question, answer, expected) => {
  expect(tell(question, answer)).toEqual(expected)
})

test('it reads in the reader’s language', () => {
  expect(tell({ kind: 'ranking', options }, ['b'], 'zh-CN')).toEqual(['1: 梨'])
  expect(tell({ kind: 'gap' }, { experience: 4 }, 'zh-CN')).toEqual(['实际体验: 4'])
})
