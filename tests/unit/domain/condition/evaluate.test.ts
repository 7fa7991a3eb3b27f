import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, fieldsOf, operators } from '@/domain/condition/condition'
import { evaluate } from '@/domain/condition/evaluate'
import { conditionSchema } from '@/domain/condition/schema'

const facts =
  (known: Record<string, unknown>) =>
  (field: string): unknown =>
    known[field]

const holds = (
  op: Condition extends infer C ? (C extends { op: infer O } ? O : never) : never,
  fact: unknown,
  value?: unknown,
): boolean =>
  evaluate({ field: 'answer.x', op, ...(value === undefined ? {} : { value: value as string }) }, facts({ 'answer.x': fact }))

describe('a missing field', () => {
  test.each([undefined, null, '', []])('%j satisfies only ne, not_in, not_contains and not_exists', (missing) => {
    const satisfied = operators.filter((op) => holds(op, missing, op === 'in' || op === 'not_in' ? ['a'] : 'a'))
    expect(satisfied).toEqual(['ne', 'not_in', 'not_contains', 'not_exists'])
  })
})

describe('values', () => {
  test.each([
    ['eq', 6, 6, true],
    ['eq', '6', 6, true],
    ['eq', 'Gold', 'gold', true],
    ['eq', true, true, true],
    ['eq', 'true', true, true],
    ['ne', 'gold', 'silver', true],
    ['lt', 5, 6, true],
    ['lte', 6, 6, true],
    ['gt', 6, 6, false],
    ['gte', 7, 6, true],
    ['lt', 'abc', 6, false],
    ['lt', '2026-01-02', '2026-02-01', true],
    ['gt', '2026-01-02', '2026-02-01', false],
    ['in', 'Gold', ['gold', 'silver'], true],
    ['not_in', 'basic', ['gold', 'silver'], true],
    ['contains', 'It came LATE', 'late', true],
    ['not_contains', 'on time', 'late', true],
    ['starts_with', 'Refund me', 'refund', true],
    ['starts_with', 'please refund', 'refund', false],
  ] as const)('%s: %j against %j is %s', (op, fact, value, expected) => {
    expect(holds(op, fact, value)).toBe(expected)
  })

  test('on lists eq and in mean any element, and contains asks for an element', () => {
    expect(holds('eq', ['late', 'rude'], 'Rude')).toBe(true)
    expect(holds('ne', ['late', 'rude'], 'rude')).toBe(false)
    expect(holds('in', ['late'], ['late', 'broken'])).toBe(true)
    expect(holds('contains', ['latecomer'], 'late')).toBe(false)
    expect(holds('contains', ['late'], 'late')).toBe(true)
  })

  test('numbers and texts that are no numbers can’t be ordered', () => {
    for (const op of ['lt', 'lte', 'gt', 'gte'] as const) expect(holds(op, 'high', 3)).toBe(false)
    expect(holds('eq', 'high', 3)).toBe(false)
  })
})

test('an answer in parts is there, and has no words', () => {
  const parts = { toString: false, city: 'Object' }
  const satisfied = operators.filter((op) => holds(op, parts, op === 'in' || op === 'not_in' ? ['object'] : 'object'))
  expect(satisfied).toEqual(['ne', 'not_in', 'not_contains', 'exists'])
  expect(holds('eq', parts, false)).toBe(false)
  expect(holds('contains', [parts, 'late'], 'late')).toBe(true)
})

test('all, any and not combine; empty all holds and empty any does not', () => {
  const yes: Condition = { field: 'answer.x', op: 'exists' }
  const no: Condition = { field: 'answer.x', op: 'not_exists' }
  const ask = (condition: Condition) => evaluate(condition, facts({ 'answer.x': 1 }))
  expect(ask({ all: [yes, { not: no }] })).toBe(true)
  expect(ask({ all: [yes, no] })).toBe(false)
  expect(ask({ any: [no, yes] })).toBe(true)
  expect(ask({ all: [] })).toBe(true)
  expect(ask({ any: [] })).toBe(false)
  expect(fieldsOf({ all: [yes, { not: { any: [no] } }] })).toEqual(['answer.x', 'answer.x'])
})

const leaf = fc.record({
  field: fc.constantFrom('answer.a', 'answer.b', 'customer.tier'),
  op: fc.constantFrom(...operators),
  value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.oneof(fc.string(), fc.integer()))),
})
const tree = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    leaf as fc.Arbitrary<Condition>,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node

test('any condition over any facts answers, and not answers the opposite', () => {
  fc.assert(
    fc.property(
      tree,
      fc.dictionary(fc.constantFrom('answer.a', 'answer.b', 'customer.tier'), fc.anything()),
      (condition, known) => {
        const answer = evaluate(condition, facts(known))
        expect(evaluate({ not: condition }, facts(known))).toBe(!answer)
      },
    ),
  )
})

describe('the schema', () => {
  const wrong = (input: unknown): boolean => !conditionSchema.safeParse(input).success

  test('takes what the contract shows', () => {
    expect(
      wrong({
        all: [
          { field: 'score.nps', op: 'lte', value: 6 },
          { field: 'customer.tier', op: 'in', value: ['gold'] },
        ],
      }),
    ).toBe(false)
  })

  test.each([
    { field: 'nps', op: 'eq', value: 1 },
    { field: 'answer.x', op: 'like', value: 'a' },
    { field: 'answer.x', op: 'eq' },
    { field: 'answer.x', op: 'in', value: 'a' },
    { field: 'answer.x', op: 'lt', value: ['a'] },
    { field: 'answer.x', op: 'exists', value: 1 },
    { field: 'answer.x', op: 'starts_with', value: 3 },
    { all: { field: 'answer.x', op: 'exists' } },
    { field: 'answer.x', op: 'eq', value: 1, extra: true },
  ])('refuses %j', (input) => {
    expect(wrong(input)).toBe(true)
  })

  test('refuses what nests deeper than 20 levels', () => {
    let condition: Condition = { field: 'answer.x', op: 'exists' }
    for (let depth = 0; depth < 20; depth++) condition = { not: condition }
    expect(wrong(condition)).toBe(true)
  })
})
