import { expect, test } from 'vitest'
import { percentile } from '@/domain/analysis/percentile'

test('is between the values as R’s type 7 has it, in whatever order they come', () => {
  expect(percentile([4, 1, 3, 2], 0.5)).toBe(2.5)
  expect(percentile([1, 2, 3, 4], 0.9)).toBeCloseTo(3.7, 12)
  expect(percentile([7], 0.95)).toBe(7)
  expect(percentile([], 0.5)).toBeNull()
})
