import { describe, expect, test } from 'vitest'
import { checkAnswers } from '@/domain/survey/check-answers'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { quotasOf } from '@/domain/survey/quotas'
import { chooseThanks, findVisible } from '@/domain/survey/visibility'

const option = (key: string, more: object = {}) => ({ key, text: key, ...more })
const definition: SurveyDefinition = {
  touchpoint: 'shop',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  pages: [
    {
      questions: [
        { key: 'age', kind: 'number', required: true, text: 'Age?' },
        {
          key: 'what',
          kind: 'multi_choice',
          text: 'What?',
          options: [option('tea'), option('wine', { showIf: { field: 'answer.age', op: 'gte', value: 18 } })],
        },
      ],
      jumps: [
        { when: { field: 'answer.age', op: 'lt', value: 12 }, end: 'disqualified' },
        { when: { field: 'answer.age', op: 'gte', value: 65 }, page: 'last' },
        { when: { field: 'answer.age', op: 'eq', value: 40 }, end: 'completed' },
      ],
    },
    {
      key: 'middle',
      questions: [{ key: 'job', kind: 'text', required: true, text: 'Job?' }],
    },
    {
      key: 'last',
      showIf: { field: 'answer.job', op: 'ne', value: 'none' },
      questions: [
        {
          key: 'grid',
          kind: 'matrix',
          text: 'Rate',
          rows: [option('price'), option('wine', { showIf: { field: 'answer.what', op: 'eq', value: 'wine' } })],
          columns: [option('good'), option('bad')],
        },
        { key: 'why', kind: 'text', text: 'Why?', showIf: { field: 'answer.grid.price', op: 'eq', value: 'bad' } },
      ],
    },
  ],
  quotas: [
    { key: 'all', limit: 100 },
    { key: 'young', when: { field: 'answer.age', op: 'lt', value: 30 }, limit: 10 },
  ],
  thanks: [
    { outcome: 'disqualified', text: 'Only for grown-ups' },
    { outcome: 'quota_full', text: 'Full' },
    { when: { field: 'answer.age', op: 'gte', value: 65 }, text: 'Dear senior' },
    { text: 'Thanks' },
  ],
}

const shown = (answers: Parameters<typeof findVisible>[1]) =>
  findVisible(definition, answers).pages.map(({ questions }) => questions.map(({ key }) => key))

describe('jumps', () => {
  test('skip the pages between, and what was answered there', () => {
    expect(shown({ age: 30 })).toEqual([['age', 'what'], ['job'], ['grid']])
    expect(shown({ age: 70 })).toEqual([['age', 'what'], ['grid']])
    expect(findVisible(definition, { age: 70, job: 'none' }).answers).toEqual({ age: 70 })
  })

  test('end the survey early, for good or in vain', () => {
    expect(findVisible(definition, { age: 40, job: 'baker' })).toMatchObject({ answers: { age: 40 }, outcome: 'completed' })
    expect(shown({ age: 40 })).toEqual([['age', 'what']])
    expect(findVisible(definition, { age: 8 }).outcome).toBe('disqualified')
  })

  test('leave nothing required behind them', () => {
    expect(checkAnswers(definition, { age: 8 }, { completed: true })).toEqual({ answers: { age: 8 }, outcome: 'disqualified' })
    expect(checkAnswers(definition, { age: 30 }, { completed: true })).toMatchObject({ faults: [{ question: 'job' }] })
  })
})

describe('options that the logic hides', () => {
  test('are not offered, and not kept in an answer', () => {
    const { pages, answers } = findVisible(definition, { age: 15, what: ['tea', 'wine'] })
    expect(pages[0]?.questions[1]).toMatchObject({ options: [{ key: 'tea' }] })
    expect(answers.what).toEqual(['tea'])
    expect(findVisible(definition, { age: 15, what: ['wine'] }).answers).toEqual({ age: 15 })
  })

  test('may be rows of a matrix', () => {
    const grid = { price: 'good', wine: 'bad' }
    expect(findVisible(definition, { age: 20, what: ['wine'], job: 'x', grid }).answers.grid).toEqual(grid)
    expect(findVisible(definition, { age: 20, job: 'x', grid }).answers.grid).toEqual({ price: 'good' })
  })
})

test('logic asks for a part of an answer', () => {
  expect(shown({ age: 20, job: 'x', grid: { price: 'bad' } }).at(-1)).toEqual(['grid', 'why'])
  expect(shown({ age: 20, job: 'x', grid: { price: 'good' } }).at(-1)).toEqual(['grid'])
})

test('each way to end has its own thanks', () => {
  expect(chooseThanks(definition, { age: 70 })?.text).toBe('Dear senior')
  expect(chooseThanks(definition, { age: 70 }, {}, 'disqualified')?.text).toBe('Only for grown-ups')
  expect(chooseThanks(definition, { age: 70 }, {}, 'quota_full')?.text).toBe('Full')
})

test('a response counts towards the quotas that its answers fit', () => {
  expect(quotasOf(definition, { age: 20 }).map(({ key }) => key)).toEqual(['all', 'young'])
  expect(quotasOf(definition, { age: 50 }).map(({ key }) => key)).toEqual(['all'])
  expect(quotasOf({ ...definition, quotas: undefined }, { age: 50 })).toEqual([])
})

test('a response has its own order of questions and options, with anchors kept, and none without an id', () => {
  const keys = ['a', 'b', 'c', 'd', 'e', 'f']
  const shuffled: SurveyDefinition = {
    ...definition,
    quotas: undefined,
    pages: [
      {
        randomize: true,
        questions: [
          {
            key: 'one',
            kind: 'single_choice',
            text: '1',
            randomize: true,
            options: [...keys.map((key) => option(key)), option('none', { anchored: true })],
          },
          { key: 'two', kind: 'text', text: '2' },
          { key: 'three', kind: 'text', text: '3' },
          { key: 'end', kind: 'text', text: '4', anchored: true },
        ],
      },
    ],
  }
  const orderOf = (id?: string) => {
    const [page] = findVisible(shuffled, {}, { id }).pages
    const choice = page?.questions.find((question) => question.kind === 'single_choice')
    return { questions: page?.questions.map(({ key }) => key), options: choice?.options.map(({ key }) => key) }
  }
  expect(orderOf()).toEqual({ questions: ['one', 'two', 'three', 'end'], options: [...keys, 'none'] })
  const orders = Array.from({ length: 30 }, (_, index) => orderOf(`id-${index}`))
  expect(new Set(orders.map((order) => JSON.stringify(order))).size).toBeGreaterThan(20)
  for (const { questions, options } of orders) {
    expect(questions?.at(-1)).toBe('end')
    expect(options?.at(-1)).toBe('none')
    expect([...(options ?? [])].sort()).toEqual([...keys, 'none'].sort())
  }
  expect(orderOf('id-1')).toEqual(orderOf('id-1'))
})
