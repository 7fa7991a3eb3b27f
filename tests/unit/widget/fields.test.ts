import '@/widget/view/install-parts'
import { expect, test } from 'vitest'
import type { Question, SurveyDefinition } from '@/domain/survey/definition'
import { readAnswer, readAnswers, writeAnswers } from '@/widget/fields'

const options = [
  { key: 'a', text: 'A' },
  { key: 'b', text: 'B' },
]
const one: Question = { key: 'one', kind: 'single_choice', text: 'One?', options, other: true }
const many: Question = { key: 'many', kind: 'multi_choice', text: 'Many?', options, other: true }
const nps: Question = { key: 'nps', kind: 'nps', text: 'NPS?' }
const words: Question = { key: 'words', kind: 'text', text: 'Words?' }
const definition = {
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  pages: [{ questions: [nps, one, many, words] }],
  thanks: [],
  idleSeconds: 60,
} satisfies SurveyDefinition

const form = (text: string) => {
  const fields = new URLSearchParams(text)
  return (name: string) => fields.getAll(name)
}

test('each kind reads its answer from the form’s fields', () => {
  expect(readAnswer(nps, form('nps=0'))).toBe(0)
  expect(readAnswer(one, form('one=b'))).toBe('b')
  expect(readAnswer(many, form('many=a&many=b'))).toEqual(['a', 'b'])
  expect(readAnswer(words, form('words=a%0D%0Ab'))).toBe('a\nb')
})

test('a text of one’s own belongs to its option and is ignored without it', () => {
  expect(readAnswer(one, form('one=_other&_other.one=a+gift'))).toEqual({ other: 'a gift' })
  expect(readAnswer(one, form('one=a&_other.one=a+gift'))).toBe('a')
  expect(readAnswer(many, form('many=a&many=_other&_other.many=x'))).toEqual(['a', { other: 'x' }])
})

test('what is no number stays what it is, for the check to refuse', () => {
  expect(readAnswer(nps, form('nps=nine'))).toBe('nine')
  expect(readAnswer(nps, form('nps=-1'))).toBe(-1)
  expect(readAnswer(nps, form('nps=1e1'))).toBe('1e1')
})

test('open questions are no answers', () => {
  expect(readAnswers(definition, form('nps=&words=++&one='))).toEqual({})
})

test('answers written as hidden fields are read back the same', () => {
  const answers = { nps: 10, one: { other: 'a & b="c"' }, many: ['b', { other: '别的' }], words: 'zwei\nZeilen' }
  const fields = new URLSearchParams(writeAnswers(answers, new Set()))
  expect(readAnswers(definition, (name) => fields.getAll(name))).toEqual(answers)
  expect(writeAnswers(answers, new Set(['one', 'many', 'words']))).toEqual([['nps', '10']])
})
