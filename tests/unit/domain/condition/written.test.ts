import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Condition, operators } from '@/domain/condition/condition'
import { readCondition } from '@/domain/condition/read-condition'
import { writeCondition } from '@/domain/condition/write-condition'

const read = (text: string) => {
  const parsed = readCondition(text)
  return 'value' in parsed ? parsed.value : parsed.errors
}

describe('a condition in one line', () => {
  test.each<[string, Condition]>([
    ['score.nps:lte:6', { field: 'score.nps', op: 'lte', value: 6 }],
    [
      'score.nps:lte:6,customer.tier:in:[gold,silver]',
      {
        all: [
          { field: 'score.nps', op: 'lte', value: 6 },
          { field: 'customer.tier', op: 'in', value: ['gold', 'silver'] },
        ],
      },
    ],
    ['not(answer.reason:exists)', { not: { field: 'answer.reason', op: 'exists' } }],
    [
      "any(customer.zip:eq:'0800',context.vip:eq:true)",
      {
        any: [
          { field: 'customer.zip', op: 'eq', value: '0800' },
          { field: 'context.vip', op: 'eq', value: true },
        ],
      },
    ],
    ["answer.reason:contains:'it''s late'", { field: 'answer.reason', op: 'contains', value: "it's late" }],
    ['customer.city:eq:上海', { field: 'customer.city', op: 'eq', value: '上海' }],
    ["'customer.a:b':eq:1", { field: 'customer.a:b', op: 'eq', value: 1 }],
    ['all()', { all: [] }],
    ['response.channel:in:[]', { field: 'response.channel', op: 'in', value: [] }],
  ])('%s', (text, condition) => {
    expect(writeCondition(condition)).toBe(text)
    expect(read(text)).toEqual(condition)
  })

  test('reads with room in it, and as JSON', () => {
    const condition = { all: [{ any: [{ field: 'score.nps', op: 'lte', value: 6 }] }, { field: 'score.csat', op: 'exists' }] }
    expect(read(' any( score.nps : lte : 6 ) , score.csat:exists')).toEqual(condition)
    expect(read(JSON.stringify(condition))).toEqual(condition)
  })
})

const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('6', '-1.5e3', 'true', 'false', 'null', "'", "''", '[', ' a ', 'a,b', 'all(', '', '{}', '😀', '上海'),
)
const scalar = fc.oneof(word, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.boolean())
const field = fc.oneof(
  fc.constantFrom('answer.nps', 'score.csat', 'text.topics', 'response.channel', 'touchpoint.key'),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .filter((name) => /^[^\s]{1,64}$/.test(name) && name.isWellFormed() && !name.includes('\u0000'))
    .map((name) => `customer.${name}`),
)
const leaf: fc.Arbitrary<Condition> = fc.record({ asked: field, op: fc.constantFrom(...operators) }).chain(({ asked, op }) => {
  if (op === 'exists' || op === 'not_exists') return fc.constant({ field: asked, op })
  const value =
    op === 'in' || op === 'not_in'
      ? fc.array(scalar, { maxLength: 4 })
      : op === 'starts_with'
        ? word
        : ['lt', 'lte', 'gt', 'gte'].includes(op)
          ? fc.oneof(word, fc.integer())
          : fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }))
  return value.map((given) => ({ field: asked, op, value: given }) as Condition)
})
const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
}))

test('what is written reads the same, whatever it says', () => {
  fc.assert(
    fc.property(tree, (condition) => {
      const asked = JSON.parse(JSON.stringify(condition)) as Condition
      fc.pre(!JSON.stringify(asked).includes('\\u0000'))
      expect(read(writeCondition(asked))).toEqual(asked)
    }),
    { numRuns: 3000 },
  )
})

test('no text makes it fail, and what is wrong is said in words', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z.:,()[\]' {}"0-9]{0,30}$/)), (text) => {
      const parsed = readCondition(text)
      if ('errors' in parsed) expect(parsed.errors[0]?.message).toMatch(/\w{3}/)
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['', 'ends too early'],
  ['score.nps', '":" is wanted'],
  ['score.nps:lte:', 'a value is wanted'],
  ['score.nps:lte:6)', 'from character 16 on'],
  ["answer.reason:contains:'late", 'a quoted word isn’t closed'],
  ['some(score.nps:lte:6)', 'only all, any and not can group'],
  ['{"field": 1', 'begins like JSON and is none'],
  ['score.nps:over:6', 'Invalid option'],
  ['nps:lte:6', 'must be answer.KEY'],
  ['score.nps:lte', 'needs a value'],
  ['not('.repeat(1900), 'deeper than 20 levels'],
  [`${'{"not":'.repeat(1100)}1${'}'.repeat(1100)}`, 'is longer than 8000'],
  [`${'{"not":'.repeat(990)}1${'}'.repeat(990)}`, 'deeper than 20 levels'],
  [`${'not('.repeat(12)}score.nps:exists${')'.repeat(12)}`, 'deeper than 10 levels'],
  [Array.from({ length: 51 }, () => 'score.nps:exists').join(','), '51 comparisons'],
  ['x'.repeat(8001), 'longer than 8000'],
  ['customer.x:eq:\u0000', 'no text can have'],
  ['{"field":"customer.x","op":"eq","value":"\\ud800"}', 'no text can have'],
  ['{"field":"customer.x","op":"eq","value":"\\u0000"}', 'no text can have'],
])('%s is refused: %s', (text, message) => {
  expect(JSON.stringify(read(text))).toContain(message.replaceAll('"', '\\"'))
})
