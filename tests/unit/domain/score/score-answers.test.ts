import { expect, test } from 'vitest'
import { scoreCes } from '@/domain/score/ces'
import { scoreCsat } from '@/domain/score/csat'
import { scoreNps } from '@/domain/score/nps'
import { boxOf } from '@/domain/score/score'
import { meanMood, scoreAnswers } from '@/domain/score/score-answers'
import { everyKind } from '~tests/support/definitions'

test('the boxes of NPS, CSAT and CES', () => {
  expect([6, 7, 8, 9].map((value) => scoreNps(value).category)).toEqual(['detractor', 'passive', 'passive', 'promoter'])
  expect([1, 2, 3, 4, 5].map((value) => scoreCsat(value).category)).toEqual([
    'dissatisfied',
    'dissatisfied',
    'neutral',
    'satisfied',
    'satisfied',
  ])
  expect([3, 4, 5].map((value) => scoreCes(value).category)).toEqual(['dissatisfied', 'neutral', 'satisfied'])
})

test('every category has its box', () => {
  expect(['promoter', 'satisfied', 'positive'].map((category) => boxOf(category as 'promoter'))).toEqual(['high', 'high', 'high'])
  expect(['passive', 'neutral'].map((category) => boxOf(category as 'passive'))).toEqual(['middle', 'middle'])
  expect(['detractor', 'dissatisfied', 'negative'].map((category) => boxOf(category as 'detractor'))).toEqual([
    'low',
    'low',
    'low',
  ])
  expect(boxOf(undefined)).toBeUndefined()
})

test('a response says something on every numeric question answered', () => {
  const scores = scoreAnswers(everyKind, { nps: 3, speed: 4, reason: 'late', csat: 5 }, { sentiment: -0.4, label: 'negative' })
  expect(scores).toEqual([
    { metric: 'nps', kind: 'nps', value: 3, category: 'detractor' },
    { metric: 'speed', kind: 'mean', value: 4 },
    { metric: 'csat', kind: 'csat', value: 5, category: 'satisfied' },
    { metric: 'sentiment', kind: 'sentiment', value: -0.4, category: 'negative' },
  ])
  expect(scoreAnswers(everyKind, {})).toEqual([])
})

test('of two NPS questions the outcome is the metric, and each counts under its key', () => {
  const question = (key: string, role?: 'outcome') => ({ key, kind: 'nps' as const, text: key, ...(role ? { role } : {}) })
  const two = { ...everyKind, pages: [{ questions: [question('first'), question('second', 'outcome')] }] }
  const valueIn = (metric: string) => scoreAnswers(two, { first: 2, second: 10 }).find((score) => score.metric === metric)?.value
  expect([valueIn('nps'), valueIn('first'), valueIn('second')]).toEqual([10, 2, 10])
  expect(scoreAnswers(two, { first: 2 }).find(({ metric }) => metric === 'nps')?.value).toBe(2)
})

test('several comments weigh the same', () => {
  expect(meanMood([])).toBeUndefined()
  expect(meanMood([{ sentiment: 0.1234, label: 'neutral' }])).toEqual({ sentiment: 0.123, label: 'neutral' })
  expect(
    meanMood([
      { sentiment: 1, label: 'positive' },
      { sentiment: -0.5, label: 'negative' },
    ]),
  ).toEqual({ sentiment: 0.25, label: 'positive' })
  expect(
    meanMood([
      { sentiment: -1, label: 'negative' },
      { sentiment: 0, label: 'neutral' },
    ])?.label,
  ).toBe('negative')
  expect(
    meanMood([
      { sentiment: 0, label: 'neutral' },
      { sentiment: 0, label: 'neutral' },
    ])?.label,
  ).toBe('neutral')
})
