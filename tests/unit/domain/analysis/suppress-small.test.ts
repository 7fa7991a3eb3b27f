import fc from 'fast-check'
import { expect, test } from 'vitest'
import { suppressSmall } from '@/domain/analysis/suppress-small'

const hide = (sizes: readonly number[]) => {
  const groups = sizes.map((size, at) => ({ size, at }))
  return [...suppressSmall(groups, ({ size }) => size)].map(({ size }) => size)
}

test.each([
  ['large enough groups are shown', [5, 9, 30], []],
  ['a small one takes the next smallest with it, which would give it away', [3, 30, 9], [3, 9]],
  ['small ones that are enough together hide nobody else', [3, 4, 30], [3, 4]],
  ['small ones that aren’t enough together take one more', [1, 2, 30], [1, 2, 30]],
  ['empty groups hide nobody', [0, 6], []],
  ['a small one alone is hidden', [2], [2]],
])('%s', (_, sizes, hidden) => {
  expect(hide(sizes)).toEqual(hidden)
})

test('what is hidden can’t be had by subtracting: it is nothing, everything, or at least two groups and five together', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 }), (sizes) => {
      const hidden = hide(sizes)
      const some = sizes.filter((size) => size > 0)
      const together = hidden.reduce((sum, size) => sum + size, 0)
      expect(some.filter((size) => size < 5).every((size) => hidden.includes(size))).toBe(true)
      expect(hidden.length === 0 || hidden.length === some.length || (hidden.length > 1 && together >= 5)).toBe(true)
    }),
  )
})
