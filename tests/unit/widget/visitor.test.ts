import { expect, test } from 'vitest'
import { contextSchema } from '@/domain/response/submission'
import { plainContext } from '@/widget/runtime/visitor'

test('whatever a page says of its customer, the server takes what is left of it', () => {
  const said = {
    tier: 'gold',
    visits: 12,
    isNew: false,
    nested: { a: 1 },
    list: [1],
    nothing: null,
    missing: undefined,
    act: () => 1,
    '': 'nameless',
    ['long'.repeat(17)]: 'x',
    words: 'w'.repeat(3000),
    ...Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`k${index}`, index])),
  }
  const plain = plainContext(said)
  expect(plain).toMatchObject({ tier: 'gold', visits: '12', isNew: 'false' })
  expect(Object.keys(plain)).not.toContain('nested')
  expect(contextSchema.safeParse(plain).success).toBe(true)
})

test('nothing said is nothing sent', () => {
  expect(plainContext(undefined)).toEqual({})
})
