import { describe, expect, test } from 'vitest'
import { checkParts } from '@/domain/metric/check-parts'
import { checkQuestion } from '@/domain/metric/check-question'
import type { SimpleDefinition } from '@/domain/metric/definition'
import { questionChoices } from '@/domain/metric/question-choices'
import { metricsSchema } from '@/domain/metric/schema'
import { parse } from '@/domain/parse'
import type { Question } from '@/domain/survey/definition'

const options = ['a', 'b'].map((key) => ({ key, text: key.toUpperCase() }))
const asked = (survey: string, question: object) => ({ survey, question: { text: 'T', ...question } as unknown as Question })
const all = [
  asked('one', { key: 'speed', kind: 'rating', scale: 5 }),
  asked('two', { key: 'speed', kind: 'rating', scale: 5 }),
  asked('ten', { key: 'speed', kind: 'rating', scale: 10 }),
  asked('one', { key: 'amount', kind: 'number' }),
  asked('one', { key: 'drink', kind: 'single_choice', options, other: true }),
  asked('one', { key: 'agreed', kind: 'consent' }),
  asked('one', { key: 'parts', kind: 'matrix', rows: options, columns: [{ key: 'good', text: 'Good' }, ...options] }),
  asked('one', { key: 'gap', kind: 'gap' }),
  asked('one', { key: 'split', kind: 'constant_sum', options, total: 100 }),
  asked('one', { key: 'why', kind: 'text' }),
]
const mean = (question: string, more: object = {}): SimpleDefinition => ({ name: 'M', of: 'mean', question, least: 1, ...more })
const share = (question: string, more: object): SimpleDefinition => ({ name: 'S', of: 'share', question, least: 1, ...more })

describe('a metric of a question', () => {
  test.each<[string, SimpleDefinition]>([
    ['a rating of surveys on one scale', mean('speed', { surveys: ['one', 'two'], scale: { from: 1, to: 5 } })],
    ['a number, which has no scale', mean('amount')],
    ['one number of a gap', mean('gap.experience')],
    ['options, own words among them', share('drink', { options: ['a', 'other'] })],
    ['a row of a matrix', share('parts.a', { options: ['good'] })],
    ['a yes', share('agreed', { options: ['yes'] })],
    ['numbers from one on', share('amount', { positiveFrom: 10 })],
  ])('is made of %s', (_, definition) => expect(checkQuestion(definition, all)).toEqual([]))

  test.each<[string, SimpleDefinition, string, string]>([
    ['a survey that isn’t there', mean('speed', { surveys: ['none'] }), 'surveys', 'no survey "none"'],
    ['a question that the survey doesn’t ask', mean('amount', { surveys: ['ten'] }), 'question', 'no survey asks'],
    ['several scales', mean('speed'), 'question', '1–5, 1–10'],
    ['a whole matrix', share('parts', { options: ['good'] }), 'question', 'answered in parts'],
    ['a part of what has none', mean('amount.a'), 'question', 'has no parts'],
    ['words', mean('why'), 'question', 'with a number'],
    ['the mean of options', mean('drink'), 'question', 'with a number'],
    ['numbers of options', share('drink', { positiveFrom: 1 }), 'question', 'name options'],
    ['options of a number', share('amount', { options: ['a'] }), 'options', 'positiveFrom'],
    ['an option nobody offers', share('drink', { options: ['c'] }), 'options', 'no option "c"'],
    ['another scale', mean('speed', { surveys: ['ten'], scale: { from: 1, to: 5 } }), 'scale', 'from 1 to 10'],
  ])('isn’t made of %s', (_, definition, path, message) => {
    const [issue] = checkQuestion(definition, all)
    expect(issue?.path).toBe(path)
    expect(issue?.message).toContain(message)
  })
})

test('an index is put together of what has a place on 0–100, and of no index', () => {
  const index = (...parts: string[]) => ({
    name: 'I',
    of: 'index' as const,
    least: 1,
    parts: parts.map((metric) => ({ metric, weight: 1 })),
  })
  const metrics = {
    nps: { positiveFrom: 9, negativeTo: 6, least: 1 },
    loose: mean('amount'),
    tied: mean('speed', { scale: { from: 1, to: 5 } }),
    part: share('drink', { options: ['a'] }),
  }
  expect(checkParts({ ...metrics, whole: index('nps', 'sentiment', 'tied', 'part') })).toEqual([])
  expect(checkParts({ ...metrics, inner: index('nps', 'part'), whole: index('inner', 'loose', 'none', 'toString') })).toEqual([
    { path: 'whole.parts[0].metric', message: expect.stringContaining('is an index itself') },
    { path: 'whole.parts[1].metric', message: expect.stringContaining('has no scale') },
    { path: 'whole.parts[2].metric', message: 'there is no metric "none"' },
    { path: 'whole.parts[3].metric', message: 'there is no metric "toString"' },
  ])
})

test('what a metric can be made of is each question and part once, with its options or its scale', () => {
  const choices = questionChoices(all)
  expect(choices.map(({ question }) => question)).toEqual([
    ...['speed', 'amount', 'drink', 'agreed', 'parts.a', 'parts.b'],
    ...['gap.experience', 'gap.expectation', 'gap.importance', 'split.a', 'split.b'],
  ])
  expect(choices[0]).toMatchObject({ options: null, scale: { from: 1, to: 5 }, surveys: ['one', 'two', 'ten'] })
  expect(choices[1]).toMatchObject({ options: null, scale: null })
  expect(choices[2]?.options?.map(({ key }) => key)).toEqual(['a', 'b', 'other'])
  expect(choices[4]).toMatchObject({ part: 'A', options: [{ key: 'good' }, { key: 'a' }, { key: 'b' }] })
})

describe('a file’s metrics', () => {
  const read = (metrics: object) => parse(metricsSchema, metrics)
  test('are filled up with what they may leave out', () => {
    expect(read({ nps: { positiveFrom: 9, negativeTo: 5 }, mine: { name: 'M', of: 'mean', question: 'speed' } })).toEqual({
      value: { nps: { positiveFrom: 9, negativeTo: 5, least: 1 }, mine: mean('speed') },
    })
  })
  test.each<[object, string]>([
    [{ nps: { positiveFrom: 11, negativeTo: 5 } }, 'nps.positiveFrom'],
    [{ ces: { positiveFrom: 5, negativeTo: 0 } }, 'ces.negativeTo'],
    [{ csat: { positiveFrom: 3, negativeTo: 3 } }, 'csat.negativeTo'],
    [{ nps: { positiveFrom: 9, negativeTo: 6, least: 0 } }, 'nps.least'],
    [{ nps: { name: 'Ours', of: 'mean', question: 'speed' } }, 'nps.positiveFrom'],
    [{ sentiment: {} }, 'sentiment'],
    [{ mine: 7 }, 'mine'],
    [{ mine: { name: 'M', of: 'median', question: 'speed' } }, 'mine.of'],
    [{ mine: { name: 'M', of: 'mean', question: 'speed', scale: { from: 5, to: 1 } } }, 'mine.scale'],
    [{ mine: { name: 'M', of: 'share', question: 'q', positiveFrom: 1, options: ['a'] } }, 'mine.positiveFrom'],
    [{ mine: { name: 'M', of: 'share', question: 'q', options: ['a', 'a'] } }, 'mine.options'],
    [{ mine: { name: 'M', of: 'index', parts: [{ metric: 'nps', weight: 1 }] } }, 'mine.parts'],
    [{ mine: { name: 'M', of: 'index', parts: [0, 1].map(() => ({ metric: 'nps', weight: 1 })) } }, 'mine.parts'],
    [
      { mine: { name: 'M', of: 'index', parts: ['nps', 'ces'].map((metric) => ({ metric, weight: 0 })) } },
      'mine.parts[0].weight',
    ],
  ])('%j is wrong at its place', (metrics, path) => {
    const parsed = read(metrics)
    expect('errors' in parsed && parsed.errors[0]?.path).toBe(path)
  })
})
