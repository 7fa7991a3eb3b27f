import { describe, expect, test } from 'vitest'
import { compareVersions } from '@/domain/survey/compare-versions'
import type { Page, Question, SurveyDefinition } from '@/domain/survey/definition'

const text = (key: string, more: object = {}): Question => ({ key, kind: 'text', text: key, ...more }) as Question
const survey = (pages: Page[], more: object = {}): SurveyDefinition => ({
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages,
  ...more,
})
const tell = (before: SurveyDefinition, after: SurveyDefinition) =>
  compareVersions(before, after).map((change) =>
    [
      change.about,
      change.what,
      'question' in change ? change.question.key : 'page' in change ? change.page : undefined,
      'option' in change ? change.option : undefined,
      'field' in change ? change.field : undefined,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  )

test('the same survey differs in nothing, whatever the order of its members', () => {
  const before = survey([{ questions: [text('a', { hint: 'h', required: true })] }])
  const after = survey([{ questions: [text('a', { required: true, hint: 'h', showIf: undefined })] }])
  expect(tell(before, after)).toEqual([])
})

test('added, removed and changed questions are named', () => {
  const before = survey([{ questions: [text('a'), text('b')] }])
  const after = survey([{ questions: [text('b', { text: 'B!', required: true }), text('c')] }])
  expect(tell(before, after)).toEqual([
    'question removed a',
    'question changed b text',
    'question changed b required',
    'question added c',
  ])
})

describe('a question that is put elsewhere is moved', () => {
  test('alone, not everything that it passed', () => {
    const before = survey([{ questions: ['a', 'b', 'c', 'd'].map((key) => text(key)) }])
    const after = survey([{ questions: ['d', 'a', 'b', 'c'].map((key) => text(key)) }])
    expect(tell(before, after)).toEqual(['question moved d'])
  })

  test('also to another page', () => {
    const before = survey([{ questions: [text('a'), text('b')] }, { questions: [text('c')] }])
    const after = survey([{ questions: [text('a')] }, { questions: [text('b'), text('c')] }])
    expect(compareVersions(before, after)).toEqual([
      { about: 'question', what: 'moved', question: text('b'), fromPage: 0, toPage: 1 },
    ])
  })
})

test('options are compared by their keys', () => {
  const choice = (options: object[]) => survey([{ questions: [text('q', { kind: 'single_choice', options })] }])
  const before = choice([
    { key: 'a', text: 'A' },
    { key: 'b', text: 'B' },
  ])
  const after = choice([
    { key: 'a', text: 'Apple' },
    { key: 'c', text: 'C' },
  ])
  expect(tell(before, after)).toEqual(['option removed q b', 'option changed q a text', 'option added q c'])
})

test('pages and the survey itself are compared too', () => {
  const before = survey([{ key: 'one', questions: [text('a')] }])
  const after = survey([{ key: 'one', title: 'First', questions: [text('a')] }], { progress: true, title: 'Other' })
  expect(tell(before, after)).toEqual(['survey changed title', 'survey changed progress', 'page changed 0 title'])
})
