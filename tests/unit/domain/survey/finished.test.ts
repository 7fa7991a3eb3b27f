import { expect, test } from 'vitest'
import { finishedOf } from '@/domain/survey/finished'

const draft = {
  touchpoint: 'store',
  title: ' Tell us ',
  pages: [{ questions: [{ key: 'nps', kind: 'nps', text: 'How likely? ' }] }],
}

test('a draft is tidied and gets what goes without saying', () => {
  expect(finishedOf(draft)).toMatchObject({
    title: 'Tell us',
    locales: ['en'],
    idleSeconds: 60,
    thanks: [],
    pages: [{ questions: [{ text: 'How likely?' }] }],
  })
})

test('one that lacks what a survey needs isn’t finished', () => {
  expect(finishedOf({ ...draft, title: ' ' })).toBeUndefined()
  expect(finishedOf(null)).toBeUndefined()
})
