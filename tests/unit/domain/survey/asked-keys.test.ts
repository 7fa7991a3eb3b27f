import { expect, test } from 'vitest'
import { keyOf, keysAskedFor } from '@/domain/survey/asked-keys'

test('a field names a question by its key, whichever part of its answer it asks for', () => {
  expect(keyOf('answer.nps')).toBe('nps')
  expect(keyOf('answer.gap.experience')).toBe('gap')
  expect(keyOf('context.answer.nps')).toBeUndefined()
  expect(keyOf('score.nps')).toBeUndefined()
  // A field without a key is still about an answer: of a question that there isn't.
  expect(keyOf('answer..nps')).toBe('')
})

test('conditions are looked through to their leaves', () => {
  const leaf = (field: string) => ({ field, op: 'exists' as const })
  const condition = { all: [leaf('answer.a'), { any: [{ not: leaf('answer.b.part') }, leaf('context.c')] }] }
  expect(keysAskedFor([condition, undefined, leaf('answer.a')])).toEqual(['a', 'b', 'a'])
})
