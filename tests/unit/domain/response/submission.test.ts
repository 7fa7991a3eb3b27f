import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clean } from '@/domain/response/clean'
import { importedSchema, importSchema, mayAlert, submissionSchema } from '@/domain/response/submission'

const minimal = { survey: 'delivery', revision: 1, answers: {}, completed: true }
const isFine = (more: object) => submissionSchema.safeParse({ ...minimal, ...more }).success

test('a submission’s frame is strict', () => {
  expect(isFine({})).toBe(true)
  expect(isFine({ context: { region: 'north', vip: true, n: 1, none: null }, startedAt: '2026-05-01T10:00:00+08:00' })).toBe(true)
  for (const more of [
    { revision: 0 },
    { revision: 1.5 },
    { answers: [] },
    { completed: 'yes' },
    { locale: 'not a locale' },
    { channel: 'Has Spaces' },
    { startedAt: 'yesterday' },
    { context: { nested: {} } },
    { context: Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`k${index}`, 1])) },
    { surprise: 1 },
  ])
    expect(isFine(more)).toBe(false)
})

test('imports: at most 1,000, ids in any case, customers by external id', () => {
  expect(importSchema.safeParse({ responses: [] }).success).toBe(false)
  expect(importSchema.safeParse({ responses: Array.from({ length: 1001 }) }).success).toBe(false)
  const parsed = importedSchema.parse({
    id: '0198C0DE-0000-7000-8000-00000000000A',
    survey: 's',
    answers: {},
    submittedAt: '2026-05-01T10:00:00Z',
    customer: { externalId: ' 42 ', email: 'Mei@Mail.example' },
  })
  expect(parsed).toMatchObject({
    id: '0198c0de-0000-7000-8000-00000000000a',
    completed: true,
    customer: { externalId: '42', email: 'mei@mail.example' },
  })
})

test('old answers don’t alert unless asked to', () => {
  const now = new Date('2026-05-02T12:00:00Z')
  const [fresh, old] = [new Date('2026-05-01T13:00:00Z'), new Date('2026-05-01T11:00:00Z')]
  expect([mayAlert('recent', fresh, now), mayAlert('recent', old, now)]).toEqual([true, false])
  expect([mayAlert('all', old, now), mayAlert('none', fresh, now)]).toEqual([true, false])
})

test('cleaned text is what a database can keep, and clean text stays as it is', () => {
  expect(clean({ 'a\u0000': ['x\u0000y', 'half \ud83d'] })).toEqual({ a: ['xy', 'half \ufffd'] })
  const at = new Date()
  expect(clean({ at, n: 1, none: null })).toEqual({ at, n: 1, none: null })
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = clean(text)
      expect(once.isWellFormed() && !once.includes('\u0000')).toBe(true)
      expect(clean(once)).toBe(once)
    }),
  )
})
