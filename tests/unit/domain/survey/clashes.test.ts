import { expect, test } from 'vitest'
import { findClashes } from '@/domain/survey/clashes'
import type { Question, SurveyDefinition } from '@/domain/survey/definition'

const survey = (...questions: object[]): SurveyDefinition => ({
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [{ questions: questions.map((one) => ({ text: 'Q', ...one })) as Question[] }],
})
const speed = { key: 'speed', kind: 'rating', scale: 5 }

test.each([
  [speed, { ...speed, text: 'How fast?', required: true, shape: 'numbers' }],
  [
    { key: 'q', kind: 'text' },
    { key: 'q', kind: 'text', long: true },
  ],
  [
    { key: 'old', kind: 'text' },
    { key: 'new', kind: 'nps' },
  ],
])('%j may become %j', (before, after) => {
  expect(findClashes(survey(after), [{ number: 1, definition: survey(before) }])).toEqual([])
})

test.each([
  [speed, { ...speed, scale: 10 }],
  [speed, { key: 'speed', kind: 'text' }],
  [
    { key: 'speed', kind: 'slider', low: 0, high: 100, step: 1 },
    { key: 'speed', kind: 'slider', low: 0, high: 10, step: 1 },
  ],
])('%j may not become %j under its key, and a free key is offered', (before, after) => {
  const [fault] = findClashes(survey(after, { key: 'speed_2', kind: 'text' }), [{ number: 3, definition: survey(before) }])
  expect(fault).toMatchObject({ path: ['pages', 0, 'questions', 0, 'kind'] })
  expect(fault?.message).toContain('in version 3')
  expect(fault?.message).toContain('"speed_3"')
})

test('what an early version asked counts, even when later ones left it out', () => {
  const versions = [
    { number: 2, definition: survey({ key: 'other', kind: 'text' }) },
    { number: 1, definition: survey(speed) },
  ]
  expect(findClashes(survey({ ...speed, scale: 7 }), versions)).toHaveLength(1)
})
