import { describe, expect, test } from 'vitest'
import type { Condition } from '@/domain/condition/condition'
import { formatPath } from '@/domain/parse'
import { canHold } from '@/domain/survey/can-hold'
import { findDeadLogic } from '@/domain/survey/dead-logic'
import type { Page, Question, SurveyDefinition } from '@/domain/survey/definition'
import { findLogicFaults } from '@/domain/survey/logic-faults'

const options = ['a', 'b', 'c'].map((key) => ({ key, text: key }))
const first: Question[] = [
  { key: 'nps', kind: 'nps', text: 'N' },
  { key: 'one', kind: 'single_choice', text: 'O', options },
  { key: 'many', kind: 'multi_choice', text: 'M', options, maximum: 2 },
  { key: 'open', kind: 'text', text: 'T' },
  { key: 'age', kind: 'number', minimum: 18, maximum: 99, text: 'A' },
  { key: 'day', kind: 'date', earliest: '2026-01-01', text: 'D' },
  { key: 'yes', kind: 'consent', text: 'Y' },
  { key: 'gap', kind: 'gap', text: 'G' },
  { key: 'grid', kind: 'matrix', rows: options, columns: options, text: 'X' },
]
const survey = (...pages: Page[]): SurveyDefinition => ({
  touchpoint: 't',
  locales: ['en'],
  title: 'T',
  idleSeconds: 60,
  thanks: [],
  pages: [{ key: 'first', questions: first }, ...pages],
})
const asked = (key: string, more: object = {}): Page => ({
  key,
  questions: [{ key: `q-${key}`, kind: 'text', text: 'Q' }],
  ...more,
})
const faults = (definition: SurveyDefinition) => findDeadLogic(definition).map(({ path }) => formatPath(path))
const leaf = (field: string, op: string, value?: unknown): Condition => ({ field, op, value }) as Condition

describe('a condition that some answers satisfy is let through', () => {
  test.each<Condition>([
    leaf('answer.nps', 'lte', 6),
    { all: [leaf('answer.nps', 'gte', 9), leaf('answer.one', 'eq', 'a')] },
    { all: [leaf('answer.many', 'contains', 'a'), leaf('answer.many', 'not_contains', 'b')] },
    { all: [leaf('answer.many', 'contains', 'a'), leaf('answer.many', 'contains', 'b')] },
    { all: [leaf('answer.open', 'contains', 'late'), leaf('answer.open', 'contains', 'rude')] },
    { not: leaf('answer.open', 'contains', 'late') },
    { all: [leaf('answer.age', 'gt', 20), leaf('answer.age', 'lt', 22)] },
    leaf('answer.day', 'gt', '2026-05-01'),
    leaf('answer.yes', 'eq', false),
    leaf('answer.gap.experience', 'lt', 5),
    leaf('answer.grid.a', 'eq', 'c'),
    leaf('context.order', 'exists'),
    { all: [leaf('context.total', 'gt', 10), leaf('context.total', 'lt', 12)] },
    leaf('response.locale', 'eq', 'en'),
    leaf('answer.nps', 'not_exists'),
  ])('%j', (condition) => {
    expect(faults(survey(asked('next', { showIf: condition })))).toEqual([])
  })
})

describe('a condition that no answers satisfy is named with its place', () => {
  test.each<Condition>([
    leaf('answer.nps', 'gt', 10),
    { all: [leaf('answer.nps', 'lte', 6), leaf('answer.nps', 'gte', 9)] },
    leaf('answer.one', 'eq', 'd'),
    { all: [leaf('answer.one', 'eq', 'a'), leaf('answer.one', 'eq', 'b')] },
    { all: ['a', 'b', 'c'].map((key) => leaf('answer.many', 'contains', key)) },
    leaf('answer.age', 'lt', 18),
    leaf('answer.day', 'lt', '2026-01-01'),
    leaf('answer.gap.experience', 'gt', 10),
    leaf('answer.gap.joy', 'eq', 1),
    leaf('answer.grid.a', 'eq', 'z'),
    { any: [] },
    { all: [leaf('answer.nps', 'exists'), leaf('answer.nps', 'not_exists')] },
  ])('%j', (condition) => {
    expect(faults(survey(asked('next', { showIf: condition })))).toEqual(['pages[1].showIf'])
  })

  test('within what holds around it', () => {
    const inner = { key: 'inner', kind: 'text', text: 'I', showIf: leaf('answer.nps', 'gte', 9) } as Question
    const definition = survey({
      showIf: leaf('answer.nps', 'lte', 6),
      questions: [inner, { ...inner, key: 'other', showIf: undefined }],
    })
    expect(faults(definition)).toEqual(['pages[1].questions[0].showIf'])
  })

  test('because the question it asks for is hidden whenever it would hold', () => {
    const definition = survey(
      asked('unhappy', { showIf: leaf('answer.nps', 'lte', 6) }),
      asked('then', { showIf: { all: [leaf('answer.nps', 'gte', 9), leaf('answer.q-unhappy', 'exists')] } }),
    )
    expect(faults(definition)).toEqual(['pages[2].showIf'])
  })

  test('in jumps, options, quotas and thanks', () => {
    const never = leaf('answer.nps', 'gt', 10)
    const definition: SurveyDefinition = {
      ...survey(
        {
          key: 'second',
          questions: [
            {
              key: 'pick',
              kind: 'dropdown',
              text: 'P',
              options: [
                { key: 'x', text: 'X' },
                { key: 'y', text: 'Y', showIf: never },
              ],
            },
          ],
          jumps: [{ when: never, end: 'completed' }],
        },
        asked('third'),
      ),
      quotas: [{ key: 'full', when: never, limit: 1 }],
      thanks: [{ when: never, text: 'T' }],
    }
    expect(faults(definition)).toEqual([
      'pages[1].questions[0].options[1].showIf',
      'pages[1].jumps[0].when',
      'quotas[0].when',
      'thanks[0].when',
    ])
  })
})

test('what is known only after scoring can’t be asked for', () => {
  const [fault] = findDeadLogic(survey(asked('next', { showIf: leaf('score.nps', 'lte', 6) })))
  expect(fault?.message).toContain('isn’t known while a customer answers')
})

describe('a page that every way jumps over is named', () => {
  test('after a jump that is always taken', () => {
    const definition = survey(asked('a', { jumps: [{ page: 'c' }] }), asked('b'), asked('c'))
    expect(findDeadLogic(definition)).toMatchObject([{ path: ['pages', 2], message: expect.stringContaining('never shown') }])
  })

  test('after jumps that cover every answer', () => {
    const jumps = [
      { when: leaf('answer.nps', 'lte', 6), page: 'c' },
      { when: { not: leaf('answer.nps', 'lte', 6) }, end: 'completed' as const },
    ]
    expect(faults(survey(asked('a', { jumps }), asked('b'), asked('c')))).toEqual(['pages[2]'])
    expect(faults(survey(asked('a', { jumps: jumps.slice(0, 1) }), asked('b'), asked('c')))).toEqual([])
  })

  test('but not where the jumping page may itself be hidden', () => {
    const definition = survey(
      asked('a', { showIf: leaf('answer.nps', 'lte', 6), jumps: [{ page: 'c' }] }),
      asked('b'),
      asked('c'),
    )
    expect(faults(definition)).toEqual([])
  })
})

test('conditions with more combinations than can be tried are taken for possible', () => {
  const many = Array.from({ length: 12 }, (_, index) => ({ key: `n${index}`, kind: 'nps', text: 'N' }) as Question)
  const condition = { all: many.flatMap(({ key }) => [leaf(`answer.${key}`, 'lt', 3), leaf(`answer.${key}`, 'gt', 8)]) }
  expect(faults(survey({ questions: many }, asked('next', { showIf: condition })))).toEqual([])
})

describe('logic that means nothing', () => {
  test.each<[SurveyDefinition, string]>([
    [survey(asked('a', { jumps: [{ page: 'nowhere' }] })), 'pages[1].jumps[0].page'],
    [survey(asked('a', { jumps: [{ page: 'first' }] })), 'pages[1].jumps[0].page'],
    [survey(asked('a', { jumps: [{ page: 'a' }] })), 'pages[1].jumps[0].page'],
    [survey(asked('a'), asked('a', { questions: [{ key: 'x', kind: 'text', text: 'X' }] })), 'pages[2].key'],
    [
      {
        ...survey(),
        quotas: [
          { key: 'a', limit: 1 },
          { key: 'a', limit: 2 },
        ],
      },
      'quotas[1].key',
    ],
    [{ ...survey(), quotas: [{ key: 'a', when: leaf('answer.later', 'exists'), limit: 1 }] }, 'quotas[0].when'],
    [
      survey({
        randomize: true,
        questions: [
          { key: 'x', kind: 'text', text: 'X' },
          { key: 'y', kind: 'text', text: 'Y', showIf: leaf('answer.x', 'exists') },
        ],
      }),
      'pages[1].questions[1].showIf',
    ],
  ])('%#: %s', (definition, place) => {
    expect(findLogicFaults(definition).map(({ path }) => formatPath(path))).toEqual([place])
  })
})

test('a survey as large as they may be is checked with bounded effort', () => {
  const pages = Array.from({ length: 60 }, (_, page) =>
    asked(`p${page}`, {
      showIf: { all: Array.from({ length: 8 }, (_, at) => leaf('answer.nps', 'ne', (page + at) % 11)) },
      jumps: [
        {
          when: { all: [leaf('answer.age', 'gt', 20 + page), leaf('context.a', 'eq', 1), leaf('context.b', 'eq', 2)] },
          end: 'completed' as const,
        },
      ],
    }),
  )
  const effort = { left: 5_000_000 }
  for (const { jumps } of pages) canHold(survey(...pages), [jumps?.[0]?.when], effort)
  expect(effort.left).toBeGreaterThanOrEqual(0)
  expect(faults(survey(...pages))).toEqual([])
})

test('however many conditions there are, the survey is gone through a few times only', () => {
  const showIf = { field: 'answer.nps', op: 'eq' as const, value: 3 }
  const options = Array.from({ length: 200 }, (_, index) => ({ key: `o${index}`, text: 'O', showIf }))
  const pages: SurveyDefinition['pages'] = [
    { questions: [{ key: 'nps', kind: 'nps', text: 'Us?' }] },
    { questions: [{ key: 'what', kind: 'single_choice', text: 'What?', options }] },
  ]
  let readings = 0
  const definition: SurveyDefinition = {
    ...{ touchpoint: 't', locales: ['en'], title: 'T', thanks: [], idleSeconds: 60 },
    get pages() {
      readings += 1
      return pages
    },
  }
  expect(findDeadLogic(definition)).toEqual([])
  expect(readings).toBeLessThan(30)
})
