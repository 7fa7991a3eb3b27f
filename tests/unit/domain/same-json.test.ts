import { expect, test } from 'vitest'
import { isSame } from '@/domain/same-json'

test.each([
  [{ a: 1, b: { c: [1, { d: 2, e: 3 }] } }, { b: { c: [1, { e: 3, d: 2 }] }, a: 1 }, true],
  [{ a: 1, b: undefined }, { a: 1 }, true],
  [undefined, undefined, true],
  [new Date(5), new Date(5), true],
  [new Date(5), new Date(6), false],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [[], {}, false],
  [null, undefined, false],
  [{ a: null }, {}, false],
  [0, false, false],
])('%j and %j are the same JSON: %j', (a, b, same) => {
  expect(isSame(a, b)).toBe(same)
  expect(isSame(b, a)).toBe(same)
})
