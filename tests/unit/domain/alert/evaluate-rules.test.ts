import { describe, expect, test } from 'vitest'
import { factsOf, prepareRules, type ScoredFacts, subjectOf } from '@/domain/alert/evaluate-rules'
import { ruleSchema } from '@/domain/alert/rule'
import { evaluate } from '@/domain/condition/evaluate'

const scored: ScoredFacts = {
  answers: { nps: 2, what: ['late', { other: 'rude driver' }], again: { other: 'never' } },
  scores: [{ metric: 'nps', value: 2 }],
  text: [
    { sentiment: -0.8, label: 'negative', language: 'en', topics: [{ key: 'speed_waiting' }] },
    { sentiment: 0.5, label: 'positive', language: 'en', topics: [] },
  ],
  customer: { tier: 'gold' },
  event: { courier: 'swift' },
  context: { region: 'north' },
  response: { channel: 'web', locale: 'en', status: 'completed' },
  touchpoint: { key: 'delivery' },
}

describe('what a rule can ask', () => {
  test.each([
    ['answer.nps', 'eq', 2],
    ['answer.what', 'in', ['late']],
    ['answer.what', 'eq', 'rude driver'],
    ['answer.again', 'contains', 'NEVER'],
    ['score.nps', 'lte', 6],
    ['text.sentiment', 'lt', -0.5],
    ['text.sentiment', 'eq', 'negative'],
    ['text.topics', 'contains', 'speed_waiting'],
    ['text.language', 'eq', 'en'],
    ['text.label', 'eq', 'positive'],
    ['customer.tier', 'in', ['gold']],
    ['context.region', 'eq', 'North'],
    ['response.status', 'eq', 'completed'],
    ['response.source', 'ne', 'mail'],
    ['touchpoint.key', 'eq', 'delivery'],
    ['event.courier', 'eq', 'Swift'],
    ['event.order', 'not_exists', undefined],
  ] as const)('%s %s %j', (field, op, value) => {
    expect(evaluate({ field, op, ...(value === undefined ? {} : { value }) }, factsOf(scored))).toBe(true)
  })
})

describe('firing', () => {
  const rule = (more: object) => ruleSchema.parse({ name: 'r', when: { field: 'score.nps', op: 'lte', value: 6 }, ...more })

  test('needs the condition, the touchpoint and to be enabled', () => {
    const fires = (more: object) => prepareRules([rule(more)])(scored).length === 1
    expect(fires({})).toBe(true)
    expect(fires({ touchpoints: ['delivery', 'shop'] })).toBe(true)
    expect(fires({ touchpoints: ['shop'] })).toBe(false)
    expect(fires({ enabled: false })).toBe(false)
    expect(fires({ when: { field: 'score.nps', op: 'gt', value: 6 } })).toBe(false)
  })

  test('rules stay in their order, wherever they are about', () => {
    const rules = ['all', ['delivery'], ['shop'], 'all', ['shop', 'delivery']].map((touchpoints, index) => ({
      ...rule({ touchpoints }),
      index,
    }))
    const firing = (place: string) => prepareRules(rules)({ ...scored, touchpoint: { key: place } }).map(({ index }) => index)
    expect([firing('delivery'), firing('shop'), firing('elsewhere')]).toEqual([
      [0, 1, 3, 4],
      [0, 2, 3, 4],
      [0, 3],
    ])
  })

  test('defaults: all touchpoints, medium, a case, enabled, nobody told', () => {
    expect(rule({})).toMatchObject({ touchpoints: 'all', severity: 'medium', openCase: true, enabled: true, notify: [] })
  })

  test.each([{ to: 'everybody' }, { to: 'member:nobody' }, { to: 'team:' }, { to: 'touchpoint_owner', by: 'pigeon' }])(
    '%j notifies nobody and is refused',
    (notify) => {
      expect(() => rule({ notify: [notify] })).toThrow()
    },
  )

  test('names are read without case', () => {
    expect(rule({ notify: [{ to: 'member:Olga@Shop.example' }] }).notify).toEqual([
      { to: 'member:olga@shop.example', by: 'email' },
    ])
  })
})

test('the subject is the customer only where `once` says so and the customer is known', () => {
  const once = { per: 'customer' as const, hours: 24 }
  expect(subjectOf(once, 'r1', 'c1')).toEqual({ base: 'customer:c1', windowHours: 24 })
  expect(subjectOf(once, 'r1', undefined)).toEqual({ base: 'response:r1', windowHours: undefined })
  expect(subjectOf({ per: 'response', hours: 24 }, 'r1', 'c1').base).toBe('response:r1')
  expect(subjectOf(undefined, 'r1', 'c1').base).toBe('response:r1')
})
